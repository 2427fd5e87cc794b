package org.complaintdesk.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.complaintdesk.platform.DeskProperties.Language;
import org.complaintdesk.platform.ShippedTables.ShippedTable;
import org.complaintdesk.support.SharedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The whole set deployed in English, into an engine and a database of its own. */
class EnglishDeploymentTests {

    private static ProcessEngine engine;

    @BeforeAll
    static void deploy_in_english() throws SQLException, IOException {
        try (Connection postgres = SharedPostgres.get().getPostgresDatabase().getConnection();
                Statement statement = postgres.createStatement()) {
            statement.execute("drop database if exists english");
            statement.execute("create database english");
        }
        StandaloneProcessEngineConfiguration english = new StandaloneProcessEngineConfiguration();
        english.setProcessEngineName("english");
        english.setDataSource(SharedPostgres.get().getDatabase("postgres", "english"));
        english.setDatabaseSchemaUpdate("true");
        english.setJobExecutorActivate(false);
        engine = english.buildProcessEngine();
        deployment().afterSingletonsInstantiated();
        for (ShippedTable table : new ShippedTables(new ModelTranslation(TranslationTests.desk(Language.EN))).all()) {
            engine.getRepositoryService().createDeployment().name(table.id())
                    .addInputStream(table.resource(), new ByteArrayInputStream(table.content())).deploy();
        }
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void tasks_are_named_in_english() {
        List<ProcessDefinition> processes = engine.getRepositoryService().createProcessDefinitionQuery().list();
        assertThat(processes).allSatisfy(process -> {
            assertThat(ModelTexts.isChinese(process.getName())).isFalse();
            assertThat(engine.getRepositoryService().getBpmnModelInstance(process.getId())
                    .getModelElementsByType(UserTask.class)).noneMatch(task -> ModelTexts.isChinese(task.getName()));
        });
    }

    @Test
    void forms_speak_english_under_their_own_path() throws IOException {
        String deployment = engine.getRepositoryService().createDeploymentQuery().deploymentName("complaint-desk").singleResult().getId();
        try (InputStream form = engine.getRepositoryService()
                .getResourceAsStream(deployment, "forms/complaint/diagnose-problem.form")) {
            assertThat(new String(form.readAllBytes(), UTF_8)).contains("\"label\" : \"Root cause\"");
        }
    }

    @Test
    void decisions_explain_themselves_in_english() {
        List<Map<String, Object>> remedies = engine.getDecisionService()
                .evaluateDecisionTableByKey("remedy", Variables.putValue("category", "QUALITY")).getResultList();
        assertThat(remedies).isNotEmpty().extracting(remedy -> remedy.get("evidence").toString())
                .noneMatch(ModelTexts::isChinese);
    }

    @Test
    void a_second_start_deploys_nothing_new() {
        deployment().afterSingletonsInstantiated();
        assertThat(engine.getRepositoryService().createDeploymentQuery().deploymentName("complaint-desk").count()).isOne();
    }

    private static ModelDeployment deployment() {
        DataSource database = SharedPostgres.get().getDatabase("postgres", "english");
        ShippedModels english = new ShippedModels(new ModelTranslation(TranslationTests.desk(Language.EN)));
        return new ModelDeployment(engine.getRepositoryService(), english, mock(), database, new DataSourceTransactionManager(database));
    }
}
