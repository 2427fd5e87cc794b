package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.policy.Money;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.complaintdesk.update.CustomerUpdates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@RecordApplicationEvents
class AskedForSatisfactionTests {

    private static final Duration FOLLOW_UP = Duration.ofDays(3).plusMinutes(1);

    @Autowired CaseDriver desk;
    @Autowired CustomerRequests customer;
    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired Complaints complaints;
    @Autowired ApplicationEvents published;
    @Autowired RepositoryService repository;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_flow_of_both_models_was_taken() {
        FlowRecorder.assertEveryFlowTaken(repository, AskedForSatisfactionTests.class, ComplaintHandlingTests.TOGETHER,
                "complaint-handling", "complaint-mediation");
    }

    @Test
    void customer_who_rates_saves_the_agent_a_call() {
        ComplaintNumber number = settled();
        desk.timePasses(number, FOLLOW_UP);
        assertThat(surveys(number, "SURVEY")).isOne();
        assertThat(shown(number)).contains("已发邮件请客户评价");

        assertThat(customer.rate(number, 5, true, "处理很快")).isEqualTo(Answered.DONE);

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.SATISFIED);
    }

    @Test
    void customer_who_rates_before_being_asked_is_not_asked() {
        ComplaintNumber number = settled();

        customer.rate(number, 4, true, null);

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(surveys(number, "SURVEY")).isZero();
    }

    @Test
    void supervisors_hear_of_a_customer_whom_nobody_has_asked_back() {
        ComplaintNumber number = settled();
        desk.timePasses(number, FOLLOW_UP.plusHours(23));
        assertThat(overdue(number)).isEmpty();

        desk.timePasses(number, Duration.ofHours(2));

        assertThat(overdue(number)).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo("supervisors");
            assertThat(notice.facts()).containsEntry("task", "回访客户");
        });
        assertThat(complaints.story(desk.complaint(number))).filteredOn(event -> event.what() == Happening.REMINDED).last()
                .satisfies(told -> assertThat(told.details()).containsEntry("task", "回访客户").containsEntry("to", "客服主管")
                        .containsEntry("missed", "true"));
        assertThat(desk.isOpen(number, "FollowUpCustomer")).isTrue();
    }

    private List<StaffNoticeDue> overdue(ComplaintNumber number) {
        return published.stream(StaffNoticeDue.class).filter(notice -> notice.caseNumber().equals(number.value())
                && notice.kind() == StaffNotice.OVERDUE).toList();
    }

    @Test
    void customer_whose_problem_is_not_solved_reopens_the_case_by_rating() {
        ComplaintNumber number = settled();
        desk.timePasses(number, FOLLOW_UP);

        customer.rate(number, 2, false, "退款还没到账");

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThat(desk.complaint(number).reopened()).isOne();
        assertThat(updates.of(number.value())).filteredOn(update -> update.key().equals(number + "/REOPENED/1")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("退款还没到账");
    }

    @Test
    void customer_is_asked_once_and_reminded_once_each_time_the_case_is_settled() {
        ComplaintNumber number = settled();
        desk.timePasses(number, FOLLOW_UP.plusDays(10));
        assertThat(surveys(number, "SURVEY")).isOne();
        assertThat(surveys(number, "SURVEY_REMINDER")).isOne();

        desk.complete(number, "FollowUpCustomer", "satisfied", "NO", "score", 2, "followUpNote", "退款少了");
        desk.diagnose(number);
        desk.propose(number, "REFUND", 20);
        desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ExecuteSolution", "executionNote", "已补退");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 20, "refundReference", "FIN-21");
        desk.timePasses(number, FOLLOW_UP);

        assertThat(surveys(number, "SURVEY")).isEqualTo(2);
        assertThat(surveys(number, "SURVEY_REMINDER")).isOne();
    }

    @Test
    void customer_who_wants_no_surveys_gets_none() {
        ComplaintNumber number = settled();
        customers.refuseSurveys(desk.complaint(number).customerId());

        desk.timePasses(number, FOLLOW_UP.plusDays(10));

        assertThat(surveys(number, "SURVEY") + surveys(number, "SURVEY_REMINDER")).isZero();
        assertThat(desk.isOpen(number, "FollowUpCustomer")).isTrue();
        assertThat(shown(number)).contains("请您回访");
    }

    @Test
    void customer_without_an_address_is_followed_up_by_a_person_alone() {
        ComplaintNumber number = settled(new Contact("王小明", null, "13800005678", "wang" + UUID.randomUUID()));

        desk.timePasses(number, FOLLOW_UP.plusDays(4));

        assertThat(surveys(number, "SURVEY") + surveys(number, "SURVEY_REMINDER")).isZero();
        assertThat(desk.isOpen(number, "FollowUpCustomer")).isTrue();
    }

    @Test
    void customer_who_refuses_contact_is_neither_asked_nor_called() {
        ComplaintNumber number = settled(new Contact("李先生", UUID.randomUUID() + "@example.com", null, null));
        customers.refuseContact(desk.complaint(number).customerId(), "不要再联系我");
        desk.timePasses(number, FOLLOW_UP);
        assertThat(surveys(number, "SURVEY")).isZero();
        assertThat(shown(number)).contains("请不要回访");

        desk.complete(number, "FollowUpCustomer", "satisfied", "NOT_ASKED", "followUpNote", "客户不愿被联系");

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NO_ANSWER);
        assertThat(desk.story(number)).contains(Happening.FOLLOWED_UP);
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind).contains("RESULT");
    }

    private ComplaintNumber settled() {
        return settled(new Contact("王小明", UUID.randomUUID() + "@example.com", null, null));
    }

    private ComplaintNumber settled(Contact contact) {
        ComplaintNumber number = desk.recorded(new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, UUID.randomUUID().toString(),
                "TM1", Money.of("399"), "酒瓶破损", null, null, contact));
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ExecuteSolution", "executionNote", "已退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-7");
        return number;
    }

    private long surveys(ComplaintNumber number, String kind) {
        return updates.of(number.value()).stream().filter(update -> update.kind().equals(kind)).count();
    }

    private String shown(ComplaintNumber number) {
        return desk.shown(number, "FollowUpCustomer", "waiting");
    }
}
