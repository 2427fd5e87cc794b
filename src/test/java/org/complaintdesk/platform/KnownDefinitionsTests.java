package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator suspends at another node, of which this one has only the database to hear of. */
@DeskTest
class KnownDefinitionsTests {

    @Autowired ProcessEngineConfigurationImpl engine;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;

    private String deployment;
    private String definition;

    @BeforeEach
    void a_flow_with_a_task_that_has_a_timer() {
        deployment = repository.createDeployment().addModelInstance("known.bpmn", Bpmn.createExecutableProcess("known-definitions")
                .camundaHistoryTimeToLive(1).startEvent().userTask("Wait").boundaryEvent("Late").timerWithDuration("PT24H").endEvent()
                .moveToActivity("Wait").userTask("Next").endEvent().done()).deploy().getId();
        definition = repository.createProcessDefinitionQuery().deploymentId(deployment).singleResult().getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void flow_that_is_suspended_elsewhere_does_not_begin_here() {
        runtime.startProcessInstanceById(definition);
        elsewhere("update act_re_procdef set suspension_state_ = 2, rev_ = rev_ + 1 where id_ = ?");

        assertThatThrownBy(() -> runtime.startProcessInstanceById(definition)).isInstanceOf(SuspendedEntityInteractionException.class);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("known-definitions"))
                .isInstanceOf(SuspendedEntityInteractionException.class);
    }

    @Test
    void flow_that_runs_is_suspended_by_itself() {
        String flow = runtime.startProcessInstanceById(definition).getId();
        elsewhere("update act_re_procdef set suspension_state_ = 2, rev_ = rev_ + 1 where id_ = ?");

        tasks.complete(tasks.createTaskQuery().processInstanceId(flow).singleResult().getId());

        assertThat(tasks.createTaskQuery().processInstanceId(flow).singleResult().getTaskDefinitionKey()).isEqualTo("Next");
    }

    @Test
    void job_definition_that_is_suspended_elsewhere_is_known_within_a_second() {
        String timer = management.createJobDefinitionQuery().processDefinitionId(definition).singleResult().getId();
        AtomicLong now = new AtomicLong();
        JobDefinitionManager known = new KnownJobDefinitions(now::get).manager();
        assertThat(isSuspended(known, timer)).isFalse();
        elsewhere("update act_ru_jobdef set suspension_state_ = 2, rev_ = rev_ + 1 where proc_def_id_ = ?");

        now.set(999_999_999);
        assertThat(isSuspended(known, timer)).isFalse();
        now.set(1_000_000_000);
        assertThat(isSuspended(known, timer)).isTrue();
    }

    @Test
    void priority_of_a_job_definition_that_is_known_can_be_changed() {
        runtime.startProcessInstanceById(definition);
        String timer = management.createJobDefinitionQuery().processDefinitionId(definition).singleResult().getId();

        management.setOverridingJobPriorityForJobDefinition(timer, 77);

        assertThat(management.createJobDefinitionQuery().jobDefinitionId(timer).singleResult().getOverridingJobPriority()).isEqualTo(77);
    }

    private boolean isSuspended(JobDefinitionManager known, String timer) {
        return in(context -> known.findById(timer).isSuspended());
    }

    private <T> T in(Command<T> command) {
        return engine.getCommandExecutorTxRequired().execute(command);
    }

    private void elsewhere(String change) {
        jdbc.sql(change).param(definition).update();
    }
}
