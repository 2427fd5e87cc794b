package org.complaintdesk.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class OpenWorkTests {

    private static final String SUPERVISING = "SuperviseOverdueCase";

    @Autowired Supervision supervision;
    @Autowired CaseDriver desk;
    @Autowired CustomerRequests customer;
    @Autowired IdentityService identity;
    @Autowired Wording wording;
    @Autowired Clock clock;

    @BeforeEach
    void someoneOfEachGroup() {
        Map.of("workagent", "agents", "workfinance", "finance", "worklead", "supervisors").forEach((user, group) -> {
            if (identity.createUserQuery().userId(user).count() == 0) {
                identity.saveUser(identity.newUser(user));
                identity.createMembership(user, group);
            }
        });
    }

    @Test
    void work_for_agents_goes_to_an_agent() {
        ComplaintNumber number = desk.recorded();
        OpenWork work = supervision.openWork(number.value(), SUPERVISING);

        assertThat(work.people()).extracting(Map.Entry::getKey).contains("workagent").doesNotContain("workfinance");
        assertThat(work.colleague(chosen("workagent"))).isEqualTo("workagent");
        assertThatThrownBy(() -> work.colleague(chosen("workfinance"))).isInstanceOf(InvalidInput.class);

        Instant later = clock.instant().plus(Duration.ofDays(2));
        work.handTo("workagent");
        supervision.openWork(number.value(), SUPERVISING).moveDueTimes(later);

        assertThat(desk.task(number, "DiagnoseProblem").getAssignee()).isEqualTo("workagent");
        assertThat(desk.task(number, "DiagnoseProblem").getDueDate()).isEqualTo(Date.from(later));
    }

    @Test
    void each_group_keeps_its_own_part_of_what_is_open() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");
        customer.write(number, CustomerMessage.onPage("请问款到了吗？", "form-1", List.of()));
        OpenWork work = supervision.openWork(number.value(), SUPERVISING);

        assertThat(work.people()).extracting(Map.Entry::getKey).contains("workagent", "workfinance");
        assertThat(work.colleague(chosen("workagent"))).isEqualTo("workagent");
        assertThatThrownBy(() -> work.colleague(chosen("nobody"))).isInstanceOf(InvalidInput.class);

        assertThat(work.handTo("workagent")).isTrue();
        assertThat(desk.task(number, "ReadCustomerMessage").getAssignee()).isEqualTo("workagent");
        assertThat(desk.task(number, "ConfirmRefund").getAssignee()).isNull();
        assertThat(work.handTo("workfinance")).as("who confirms a refund does not handle the case").isFalse();
        assertThat(desk.task(number, "ConfirmRefund").getAssignee()).isEqualTo("workfinance");
        assertThat(work.handTo("worklead")).isTrue();
        assertThat(desk.task(number, "ReadCustomerMessage").getAssignee()).isEqualTo("worklead");
        assertThat(desk.task(number, "ConfirmRefund").getAssignee()).isEqualTo("workfinance");
    }

    @Test
    void case_on_which_nothing_is_open_is_still_handed_to_someone_who_works_on_cases() {
        OpenWork nothing = supervision.openWork("C-20990101-000001", SUPERVISING);

        assertThat(nothing.people()).extracting(Map.Entry::getKey).contains("workagent").doesNotContain("workfinance");
        assertThat(nothing.colleague(chosen("workagent"))).isEqualTo("workagent");
        assertThatThrownBy(() -> nothing.colleague(chosen("workfinance"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> nothing.colleague(chosen("nobody"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void new_time_lies_in_the_next_sixty_days() {
        Instant now = clock.instant();

        assertThat(supervision.newTime(due(now.plus(Duration.ofDays(59))))).isAfter(now);
        assertThatThrownBy(() -> supervision.newTime(due(now.minusSeconds(1)))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> supervision.newTime(due(now.plus(Duration.ofDays(61))))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> supervision.newTime(input(Map.of()))).isInstanceOf(InvalidInput.class);
    }

    private FormInput chosen(String person) {
        return input(Map.of("newAssignee", person));
    }

    private FormInput due(Instant at) {
        return input(Map.of("newDueAt", at.toString()));
    }

    private FormInput input(Map<String, Object> fields) {
        VariableScope form = Mockito.mock(VariableScope.class, call -> call.getMethod().getReturnType() == boolean.class
                ? fields.containsKey((String) call.getArgument(0)) : fields.get((String) call.getArgument(0)));
        return new FormInput(form, wording);
    }
}
