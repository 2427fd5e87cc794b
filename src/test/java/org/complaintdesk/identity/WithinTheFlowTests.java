package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the engine's own API offers, people move a case only the way the process does. */
@DeskTest
class WithinTheFlowTests {

    @Autowired CaseDriver desk;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired IdentityService identity;

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void agent_cannot_start_a_case_in_the_middle_to_get_around_an_approval() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 399);

        assertRefused(() -> runtime.createProcessInstanceByKey("complaint-handling").businessKey(number.value())
                .startBeforeActivity("PresentProposal").execute());

        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).count()).isOne();
    }

    @Test
    void agent_cannot_send_a_case_messages() {
        ComplaintNumber number = desk.recorded();

        assertRefused(() -> runtime.createMessageCorrelation("ComplaintReceived")
                .processInstanceBusinessKey(number.value()).correlateStartMessage());
        assertRefused(() -> runtime.createMessageCorrelation("CaseEndedEarly")
                .processInstanceBusinessKey(number.value()).correlate());
    }

    @Test
    void nobody_ends_a_case_by_reporting_an_error_at_their_task() {
        ComplaintNumber number = desk.recorded();
        Task task = desk.task(number, "DiagnoseProblem");
        tasks.setAssignee(task.getId(), "flowamy");

        for (StaffGroup group : List.of(StaffGroup.AGENTS, StaffGroup.SUPERVISORS)) {
            assertRefused(group, () -> tasks.handleBpmnError(task.getId(), "ANY"));
            assertRefused(group, () -> tasks.handleEscalation(task.getId(), "ANY"));
        }

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
    }

    @Test
    void supervisor_cannot_push_a_case_past_a_task() {
        ComplaintNumber number = desk.recorded();
        Task task = desk.task(number, "DiagnoseProblem");

        assertRefused(StaffGroup.SUPERVISORS, () -> runtime.signal(task.getExecutionId()));
        assertRefused(StaffGroup.SUPERVISORS, () -> runtime.messageEventReceived("CaseEndedEarly", task.getProcessInstanceId()));
        assertRefused(StaffGroup.SUPERVISORS, () -> runtime.createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity("ProposeSolution").execute());

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
    }

    @Test
    void agent_cannot_hide_a_task_from_the_group_or_rearrange_it() {
        Task task = desk.task(desk.recorded(), "DiagnoseProblem");
        tasks.setAssignee(task.getId(), "flowamy");

        assertRefused(() -> tasks.deleteCandidateGroup(task.getId(), "agents"));
        assertRefused(() -> tasks.addCandidateGroup(task.getId(), "warehouse"));
        actAs("flowamy", StaffGroup.AGENTS);
        task.setPriority(1);
        task.setDueDate(new Date());
        assertThatThrownBy(() -> tasks.saveTask(task)).isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("只有主管和经理可以更改");
    }

    @Test
    void agent_notes_when_to_look_at_a_task_again_and_gives_it_back() {
        Task task = desk.task(desk.recorded(), "DiagnoseProblem");
        tasks.setAssignee(task.getId(), "flowamy");
        actAs("flowamy", StaffGroup.AGENTS);
        Task mine = tasks.createTaskQuery().taskId(task.getId()).singleResult();

        mine.setFollowUpDate(new Date());
        tasks.saveTask(mine);
        tasks.setAssignee(mine.getId(), null);

        assertThat(tasks.createTaskQuery().taskId(task.getId()).taskUnassigned().count()).isOne();
    }

    @Test
    void task_that_is_gone_is_said_in_plain_words() {
        actAs("flowamy", StaffGroup.AGENTS);

        assertThatThrownBy(() -> forms.submitTaskForm("no-such-task", CaseDriver.named()))
                .isInstanceOf(BadUserRequestException.class).hasMessage("这个任务已经完成或不存在了，请刷新任务列表。");
    }

    private void assertRefused(ThrowingCallable call) {
        assertRefused(StaffGroup.AGENTS, call);
    }

    private void assertRefused(StaffGroup group, ThrowingCallable call) {
        actAs("flowamy", group);
        assertThatThrownBy(call).isInstanceOf(AuthorizationException.class).message().doesNotContain("ENGINE");
        identity.clearAuthentication();
    }

    private void actAs(String person, StaffGroup group) {
        new Colleagues(identity).in(group, person);
        identity.setAuthentication(person, List.of(group.id()));
    }
}
