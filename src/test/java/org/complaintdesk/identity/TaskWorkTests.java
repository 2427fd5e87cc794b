package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Claiming, giving back and completing, as Tasklist does it. */
@DeskTest
class TaskWorkTests {

    private static final String PROCESS = "identity-sample";

    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    IdentityService identity;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    HistoryService history;
    @Autowired
    AsSystem asSystem;
    @Autowired
    TestRestTemplate http;

    private String amy;
    private String ben;
    private String task;
    private String deployment;

    @BeforeEach
    void one_task_for_agents() {
        amy = new Colleagues(identity).in(StaffGroup.AGENTS, "idamy");
        ben = new Colleagues(identity).in(StaffGroup.AGENTS, "idben");
        deployment = repository.createDeployment().name(PROCESS).addModelInstance(PROCESS + ".bpmn",
                Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLive(1).startEvent("Started")
                        .userTask("DoWork").camundaCandidateGroups("agents").endEvent("Done").done()).deploy().getId();
        String instance = runtime.startProcessInstanceByKey(PROCESS).getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    }

    @AfterEach
    void clean() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void candidate_claims_gives_back_claims_again_and_completes() {
        assertThat(post(amy, "claim", Map.of("userId", amy)).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(amy, "unclaim", Map.of()).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(amy, "claim", Map.of("userId", amy)).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(amy, "submit-form", Map.of("variables", Map.of())).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void unclaimed_task_is_claimed_first() {
        ResponseEntity<Map> answer = post(amy, "submit-form", Map.of("variables", Map.of()));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).containsEntry("message", "此任务尚未认领，请先认领，再提交。");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void person_who_is_not_the_assignee_is_told_who_is() {
        tasks.setAssignee(task, ben);

        ResponseEntity<Map> answer = post(amy, "complete", Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().get("message").toString()).startsWith("此任务由Tdben Test负责");
    }

    @Test
    void the_same_rule_holds_inside_the_application() {
        identity.setAuthentication(amy, List.of("agents"));

        assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(BadUserRequestException.class)
                .hasMessage("此任务尚未认领，请先认领，再提交。");
    }

    @Test
    void the_system_completes_any_task() {
        tasks.setAssignee(task, ben);

        tasks.complete(task);

        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void candidate_changes_neither_due_date_nor_variables_past_the_form() {
        tasks.setAssignee(task, amy);

        assertThat(post(amy, "variables", Map.of("modifications", Map.of("route", Map.of("value", "APPROVED")))).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void stranger_to_the_group_neither_claims_nor_completes() {
        String wes = new Colleagues(identity).in(StaffGroup.WAREHOUSE, "idwes");

        assertThat(post(wes, "claim", Map.of("userId", wes)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(post(wes, "complete", Map.of()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void agent_neither_takes_a_colleagues_task_nor_gives_one_to_somebody_of_another_group() {
        String wes = new Colleagues(identity).in(StaffGroup.WAREHOUSE, "idwes");
        tasks.setAssignee(task, ben);

        assertThat(post(amy, "assignee", Map.of("userId", amy)).getBody().get("message").toString()).startsWith("这个任务由同事负责");
        assertThat(post(amy, "unclaim", Map.of()).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(post(ben, "assignee", Map.of("userId", wes)).getBody().get("message").toString()).startsWith("“idwes”不在");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(ben);

        assertThat(post(ben, "assignee", Map.of("userId", amy)).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(amy);
    }

    @ParameterizedTest
    @CsvSource({"claim, idwes", "assignee, idwes", "claim, idnobody", "assignee, idnobody"})
    void agent_does_not_give_an_unclaimed_task_to_somebody_of_another_group_or_nobody_there_is(String way, String to) {
        new Colleagues(identity).in(StaffGroup.WAREHOUSE, "idwes");

        assertThat(post(amy, way, Map.of("userId", to)).getBody().get("message").toString()).startsWith("“" + to + "”不在");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();

        assertThat(post(amy, way, Map.of("userId", ben)).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(ben);
    }

    @Test
    void right_that_was_taken_away_from_one_person_counts_before_that_of_the_group() {
        Authorization revoked = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId(amy);
        revoked.setResource(Resources.TASK);
        revoked.setResourceId(Authorization.ANY);
        revoked.removePermission(Permissions.TASK_WORK);
        authorizations.saveAuthorization(revoked);

        assertThat(post(amy, "claim", Map.of("userId", amy)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);

        authorizations.deleteAuthorization(revoked.getId());
        assertThat(post(amy, "claim", Map.of("userId", amy)).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void task_that_is_taken_and_done_in_one_command_has_its_duration_in_the_history() {
        String before = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();

        asSystem.run(() -> {
            tasks.setAssignee(task, amy);
            tasks.complete(task);
        });

        assertThat(history.createHistoricTaskInstanceQuery().taskId(task).singleResult().getDurationInMillis()).isNotNull();
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(before).activityId("DoWork").singleResult()
                .getDurationInMillis()).isNotNull();
    }

    @Test
    void supervisor_hands_any_task_to_somebody_else() {
        String sue = new Colleagues(identity).in(StaffGroup.SUPERVISORS, "idsue");

        assertThat(post(sue, "assignee", Map.of("userId", ben)).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(ben);
    }

    private ResponseEntity<Map> post(String user, String action, Map<String, Object> body) {
        return http.withBasicAuth(user, "demo").postForEntity("/engine-rest/task/" + task + "/" + action, new HashMap<>(body), Map.class);
    }
}
