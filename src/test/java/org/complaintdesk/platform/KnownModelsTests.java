package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** During an upgrade the older node leaves the newer one's jobs alone; settings say how long history is kept. */
@DeskTest
class KnownModelsTests {

    @Autowired
    private KnownModels models;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private ManagementService management;
    @Autowired
    private Edition edition;
    @Autowired
    private JdbcClient jdbc;

    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        deployed.forEach(deployment -> {
            repository.deleteDeployment(deployment, true);
            jdbc.sql("delete from model_edition where deployment_id = ?").param(deployment).update();
        });
    }

    @Test
    void a_node_runs_the_jobs_of_its_own_models_and_of_those_that_people_deploy() {
        String byPerson = deployed("somebody");
        management.unregisterDeploymentForJobExecutor(byPerson);

        models.takeWhatPeopleDeployed();
        assertThat(management.getRegisteredDeployments()).contains(byPerson,
                repository.createProcessDefinitionQuery().processDefinitionKey("complaint-handling").latestVersion()
                        .singleResult().getDeploymentId());
    }

    @Test
    void a_node_leaves_the_jobs_of_a_newer_node_alone_until_it_starts_again_with_a_version_that_comes_with_them() {
        String byNewerNode = deployed(ModelDeployment.SOURCE);
        new ModelEditions(jdbc, new Edition(edition.builtAt().plusSeconds(60))).bring(byNewerNode);
        management.unregisterDeploymentForJobExecutor(byNewerNode);

        models.takeWhatPeopleDeployed();
        models.takeAll();
        assertThat(management.getRegisteredDeployments()).doesNotContain(byNewerNode);

        new ModelEditions(jdbc, edition).bring(byNewerNode);
        models.takeAll();
        assertThat(management.getRegisteredDeployments()).contains(byNewerNode);
    }

    @Test
    void settings_say_how_long_history_is_kept_and_models_where_they_do_not() {
        int messages = timeToLive("update-delivery");
        retention(Duration.ofDays(730)).apply();
        assertThat(timeToLive("complaint-handling")).isEqualTo(730);
        assertThat(timeToLive("update-delivery")).isEqualTo(messages);

        retention(Duration.ofDays(365)).apply();
        assertThat(timeToLive("complaint-handling")).isEqualTo(365);
    }

    private HistoryRetention retention(Duration cases) {
        return new HistoryRetention(repository, new HistoryProperties(
                new QuietHours(LocalTime.of(3, 0), LocalTime.of(5, 0)), 1, cases, null, null, null));
    }

    private int timeToLive(String flow) {
        List<ProcessDefinition> versions = repository.createProcessDefinitionQuery().processDefinitionKey(flow).list();
        assertThat(versions).extracting(ProcessDefinition::getHistoryTimeToLive).as("all versions alike")
                .containsOnly(versions.get(0).getHistoryTimeToLive());
        return versions.get(0).getHistoryTimeToLive();
    }

    private String deployed(String source) {
        String deployment = repository.createDeployment().name("dots").source(source).addModelInstance("dots.bpmn",
                Bpmn.createExecutableProcess("dots").camundaHistoryTimeToLiveString("P1D").startEvent().endEvent().done()).deploy().getId();
        deployed.add(deployment);
        return deployment;
    }
}
