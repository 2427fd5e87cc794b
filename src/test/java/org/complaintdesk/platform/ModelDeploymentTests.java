package org.complaintdesk.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Nodes of several versions start on one database, in any order. */
@DeskTest
class ModelDeploymentTests {

    private static final int BEFORE = 60;
    private static final int LATER = 120;

    @Autowired RepositoryService repository;
    @Autowired DataSource database;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient jdbc;
    @Autowired Edition edition;

    private List<String> there;

    @BeforeEach
    void what_is_there() {
        there = deployments();
    }

    @AfterEach
    void nothing_is_left() {
        deployments().stream().filter(each -> !there.contains(each)).forEach(each -> {
            repository.deleteDeployment(each, true);
            jdbc.sql("delete from model_edition where deployment_id = ?").param(each).update();
        });
    }

    @Test
    void a_newer_version_deploys_its_models_and_each_of_its_nodes_finds_them_there() {
        starts(BEFORE, "one");
        starts(LATER, "another");
        starts(LATER, "another");
        assertThat(inForce()).isEqualTo("another");
        assertThat(deployments()).hasSize(there.size() + 2);
    }

    @Test
    void a_node_of_the_version_before_that_starts_again_leaves_the_newer_models_in_force() {
        starts(BEFORE, "one");
        starts(LATER, "another");
        starts(BEFORE, "one");
        assertThat(inForce()).isEqualTo("another");
        assertThat(editions(BEFORE).unknown()).as("and does not run their jobs").contains(latest().getId());
        assertThat(editions(LATER).unknown()).isEmpty();
    }

    @Test
    void what_did_not_change_is_every_versions_own() {
        starts(BEFORE, "one");
        starts(LATER, "one");
        starts(BEFORE, "one");
        assertThat(deployments()).hasSize(there.size() + 1);
        assertThat(editions(BEFORE).unknown()).isEmpty();
    }

    @Test
    void a_version_between_does_not_come_back_once_the_latest_has_started() {
        starts(BEFORE, "one");
        starts(LATER, "one");
        starts(BEFORE + 1, "tried in between");
        assertThat(inForce()).isEqualTo("one");
    }

    @Test
    void a_model_that_goes_back_in_a_later_version_comes_into_force() {
        starts(BEFORE, "one");
        starts(LATER, "another");
        starts(LATER + 1, "one");
        assertThat(inForce()).isEqualTo("one");
        assertThat(deployments()).hasSize(there.size() + 3);
    }

    private void starts(int builtAt, String model) {
        ShippedModels models = mock();
        when(models.all()).thenReturn(Map.of("dots.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    targetNamespace="dots"><process id="dots" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <startEvent id="Begun"/></process></definitions>""".formatted(model).getBytes(UTF_8)));
        new ModelDeployment(repository, models, editions(builtAt), database, transactions).afterSingletonsInstantiated();
    }

    private ModelEditions editions(int builtAt) {
        return new ModelEditions(jdbc, new Edition(edition.builtAt().plusSeconds(builtAt)));
    }

    private String inForce() {
        return repository.createProcessDefinitionQuery().deploymentId(latest().getId()).singleResult().getName();
    }

    private Deployment latest() {
        return repository.createDeploymentQuery().deploymentName(ModelDeployment.NAME)
                .orderByDeploymentTime().desc().listPage(0, 1).get(0);
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList();
    }
}
