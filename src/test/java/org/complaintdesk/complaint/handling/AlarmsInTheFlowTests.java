package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockTimes;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.complaintdesk.support.OnAMonday;
import org.complaintdesk.update.CustomerUpdates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timers of a complaint's flow ask its clocks, follow them, and raise only what is due. */
@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmsInTheFlowTests implements OnAMonday {

    private static final String SUPERVISING = "SuperviseOverdueCase";
    private static final List<String> ESCALATION_TIMERS = List.of("SettlementOverdue", "SupervisionOverdue", "StillUnsettled");
    private static final List<String> REMINDER_TIMERS = List.of("NextAlarm", "FurtherAlarm");
    private static final PauseReason OTHERS_TURN = new PauseReason("BY_HAND", "等快递核查");

    @Autowired CaseDriver desk;
    @Autowired CustomerRequests customer;
    @Autowired Complaints complaints;
    @Autowired CaseClocks clocks;
    @Autowired CustomerUpdates updates;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService repository;
    @Autowired TaskService tasks;
    @Autowired Staff staff;
    @Autowired JdbcClient jdbc;

    @AfterAll
    void every_flow_was_taken() {
        FlowRecorder.assertEveryFlowTaken(repository, AlarmsInTheFlowTests.class, ComplaintHandlingTests.TOGETHER,
                "complaint-handling", "complaint-mediation");
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private ClockKey key(ComplaintNumber number, ClockName name) {
        return ClockKey.of(number.value(), name);
    }

    private ClockView clock(ComplaintNumber number, ClockName name) {
        return clocks.view(key(number, name)).orElseThrow();
    }

    private long reminders(ComplaintNumber number, String of) {
        return complaints.story(desk.complaint(number)).stream().filter(event -> event.what() == Happening.REMINDED)
                .filter(event -> event.details().get("task").equals(of)).count();
    }

    private List<Job> timers(ComplaintNumber number, List<String> activities) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                .flatMap(flow -> activities.stream().flatMap(activity -> management.createJobQuery()
                        .processInstanceId(flow.getId()).activityId(activity).list().stream())).toList();
    }

    private Job timer(ComplaintNumber number, List<String> activities) {
        assertThat(timers(number, activities)).as("timers %s", activities).hasSize(1);
        return timers(number, activities).get(0);
    }

    private Instant due(ComplaintNumber number, List<String> activities) {
        return timer(number, activities).getDuedate().toInstant();
    }

    private void isSilent(ComplaintNumber number) {
        assertThat(due(number, ESCALATION_TIMERS)).isEqualTo(ClockTimes.NEVER);
        assertThat(due(number, REMINDER_TIMERS)).isEqualTo(ClockTimes.NEVER);
    }

    @Test
    void nothing_happens_at_creation_and_the_timers_wait_for_the_clocks() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());

        assertThat(desk.story(number)).doesNotContain(Happening.REMINDED, Happening.ESCALATED);
        assertThat(due(number, REMINDER_TIMERS)).isEqualTo(MONDAY.plus(Duration.ofMinutes(4)));
        assertThat(due(number, ESCALATION_TIMERS)).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
    }

    @Test
    void missed_first_response_reminds_the_group_and_opens_no_supervision() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());

        desk.timePasses(number, Duration.ofMinutes(6));

        assertThat(reminders(number, "首次响应时限")).as("nearly due, and missed").isEqualTo(2);
        assertThat(complaints.story(desk.complaint(number))).filteredOn(event -> event.what() == Happening.REMINDED)
                .extracting(event -> event.details().get("missed")).containsExactlyInAnyOrder(null, "true");
        assertThat(desk.openTasks(number)).containsExactly("RecordComplaint");
        assertThat(clock(number, ClockName.FIRST_RESPONSE).alarms()).hasSize(2);
        desk.timePasses(number, Duration.ofHours(1));
        assertThat(reminders(number, "首次响应时限")).isEqualTo(2);
    }

    @Test
    void first_response_that_was_given_is_not_reminded_of() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        desk.timePasses(number, Duration.ofMinutes(3));

        clocks.stop(key(number, ClockName.FIRST_RESPONSE), "amy", "ANSWERED");
        desk.timePasses(number, Duration.ofMinutes(10));

        assertThat(desk.story(number)).doesNotContain(Happening.REMINDED);
        assertThat(due(number, REMINDER_TIMERS)).as("the next is the proposal's")
                .isAfter(MONDAY.plus(Duration.ofHours(1))).isBefore(ClockTimes.NEVER);
    }

    @Test
    void while_the_customer_has_to_act_nothing_comes_and_afterwards_it_comes_later() {
        ComplaintNumber number = desk.diagnosed();
        desk.timePasses(number, Duration.ofHours(2));
        desk.propose(number, "REFUND", 99);
        desk.deliver(number);
        assertThat(desk.complaint(number).waiting()).isNotNull();
        isSilent(number);

        desk.timePasses(number, Duration.ofHours(40));
        assertThat(desk.story(number)).doesNotContain(Happening.ESCALATED);
        desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");

        Instant settlement = clock(number, ClockName.SETTLEMENT).dueAt();
        assertThat(settlement).isEqualTo(MONDAY.plus(Duration.ofHours(64)));
        assertThat(due(number, ESCALATION_TIMERS)).isEqualTo(settlement);
    }

    @Test
    void task_that_a_clock_has_found_late_is_not_due_soon_afterwards() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.timePasses(number, Duration.ofHours(12));
        desk.complete(number, "ExecuteSolution", "executionNote", "已申请退款");
        assertThat(desk.task(number, "ConfirmRefund").getDueDate().toInstant()).isEqualTo(clock(number, ClockName.SETTLEMENT).dueAt());

        desk.timePasses(number, Duration.ofHours(23));

        assertThat(desk.story(number)).contains(Happening.ESCALATED);
        assertThat(reminders(number, "财务确认退款")).isZero();
        assertThat(reminders(number, "解决投诉时限")).isEqualTo(1);
    }

    @Test
    void task_whose_reminder_comes_after_its_time_is_late_and_not_due_soon() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());

        ClockUtil.setCurrentTime(Date.from(desk.task(number, "RecordComplaint").getDueDate().toInstant().plusSeconds(60)));
        management.executeJob(timer(number, List.of("RecordComplaintDueSoon")).getId());

        assertThat(complaints.story(desk.complaint(number))).filteredOn(event -> event.what() == Happening.REMINDED)
                .filteredOn(event -> event.details().get("task").equals("补全投诉信息")).singleElement()
                .satisfies(told -> assertThat(told.details()).containsEntry("missed", "true"));
    }

    @Test
    void timer_that_comes_too_early_or_for_nothing_does_no_harm() {
        ComplaintNumber number = desk.recorded();
        int before = desk.story(number).size();

        management.executeJob(timer(number, ESCALATION_TIMERS).getId());
        management.executeJob(timer(number, REMINDER_TIMERS).getId());
        management.executeJob(timer(number, REMINDER_TIMERS).getId());

        assertThat(desk.story(number)).hasSize(before);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThat(desk.whereItIs(number)).contains("StillUnsettled", "FurtherAlarm");
        assertThat(due(number, ESCALATION_TIMERS)).as("it still comes in time").isEqualTo(MONDAY.plus(Duration.ofHours(24)));
    }

    @Test
    void case_rises_one_level_at_a_time_and_each_level_once() {
        ComplaintNumber number = desk.recorded();

        desk.timePasses(number, Duration.ofHours(24).plusMinutes(1));
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(1);
        assertThat(candidates(number)).containsExactly("supervisors");
        desk.timePasses(number, Duration.ofHours(24));
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
        assertThat(candidates(number)).containsExactly("managers");
        desk.timePasses(number, Duration.ofHours(24));
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(3);
        desk.timePasses(number, Duration.ofDays(5));

        assertThat(desk.story(number)).filteredOn(Happening.ESCALATED::equals).hasSize(3);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", SUPERVISING);
    }

    private List<String> candidates(ComplaintNumber number) {
        return tasks.getIdentityLinksForTask(desk.task(number, SUPERVISING).getId()).stream().map(link -> link.getGroupId()).toList();
    }

    @Test
    void after_an_outage_only_the_highest_level_is_told() {
        ComplaintNumber number = desk.recorded();
        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofHours(50))));

        management.executeJob(timer(number, ESCALATION_TIMERS).getId());

        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
        assertThat(desk.story(number)).containsOnlyOnce(Happening.ESCALATED);
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind)
                .as("who waited longest is not the one without an apology").containsOnlyOnce("DELAY_APOLOGY");
        assertThat(due(number, ESCALATION_TIMERS)).isEqualTo(MONDAY.plus(Duration.ofHours(72)));
    }

    @Test
    void clock_that_is_paused_when_its_timer_fires_escalates_nothing_and_is_watched_on() {
        ComplaintNumber number = desk.recorded();
        Job due = timer(number, ESCALATION_TIMERS);
        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofHours(23))));
        clocks.pause(key(number, ClockName.SETTLEMENT), "sue", OTHERS_TURN);
        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofHours(25))));

        management.executeJob(due.getId());

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        clocks.resume(key(number, ClockName.SETTLEMENT), "sue", OTHERS_TURN);
        assertThat(due(number, ESCALATION_TIMERS)).isEqualTo(MONDAY.plus(Duration.ofHours(26)));
        desk.timePasses(number, Duration.ofHours(1).plusMinutes(1));
        assertThat(desk.isOpen(number, SUPERVISING)).isTrue();
    }

    @Test
    void supervision_whose_timer_comes_for_nothing_is_open_again() {
        ComplaintNumber number = desk.recorded();
        desk.timePasses(number, Duration.ofHours(25));

        management.executeJob(timer(number, ESCALATION_TIMERS).getId());

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", SUPERVISING);
        assertThat(desk.story(number)).containsOnlyOnce(Happening.ESCALATED);
    }

    @Test
    void second_clock_that_is_missed_disturbs_no_supervisor_at_work() {
        ComplaintNumber number = desk.recorded();
        clocks.startUntil(key(number, ClockName.PLATFORM_ANSWER), new CaseTraits(Severity.P2, Category.QUALITY, "TMALL", "醉卿酒业旗舰店"),
                MONDAY.plus(Duration.ofHours(25)), "amy", "TEST");
        desk.timePasses(number, Duration.ofHours(24).plusMinutes(1));
        String supervision = desk.task(number, SUPERVISING).getId();

        desk.timePasses(number, Duration.ofHours(2));

        assertThat(desk.task(number, SUPERVISING).getId()).isEqualTo(supervision);
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(1);
        assertThat(desk.story(number)).containsOnlyOnce(Happening.ESCALATED);
    }

    @Test
    void new_time_moves_the_timers_and_is_watched_at_every_level() {
        ComplaintNumber number = desk.recorded();
        desk.timePasses(number, Duration.ofHours(73));
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(3);

        for (int round = 1; round <= 2; round++) {
            Instant newTime = now().plus(Duration.ofHours(30));
            desk.complete(number, SUPERVISING, "action", "EXTEND", "newDueAt", newTime.toString(), "reason", "等待快递核查");
            assertThat(clock(number, ClockName.SETTLEMENT).dueAt()).isEqualTo(newTime);
            assertThat(due(number, ESCALATION_TIMERS)).isEqualTo(newTime);
            assertThat(desk.task(number, "DiagnoseProblem").getDueDate()).isEqualTo(Date.from(newTime));
            desk.timePasses(number, Duration.ofHours(31));
            assertThat(desk.openTasks(number)).as("promise %s has passed", round).containsExactly("DiagnoseProblem", SUPERVISING);
        }
    }

    @Test
    void settled_withdrawn_and_reopened_cases_raise_nothing_of_the_past() {
        ComplaintNumber settled = desk.settled();
        ComplaintNumber withdrawn = desk.recorded();
        complaints.endEarly(withdrawn, Closing.WITHDRAWN, "客户来电撤诉");
        assertThat(timers(settled, ESCALATION_TIMERS)).isEmpty();
        assertThat(timers(settled, REMINDER_TIMERS)).isEmpty();
        assertThat(timers(withdrawn, ESCALATION_TIMERS)).isEmpty();

        desk.timePasses(settled, Duration.ofDays(3).plusMinutes(1));
        desk.complete(settled, "FollowUpCustomer", "satisfied", "NO", "score", "2", "followUpNote", "退款还没到账");

        assertThat(desk.story(settled)).doesNotContain(Happening.ESCALATED);
        assertThat(due(settled, ESCALATION_TIMERS)).isEqualTo(now().plus(Duration.ofHours(24)));
        assertThat(due(settled, REMINDER_TIMERS)).isAfter(now());
    }

    @Test
    void graver_severity_moves_the_timers_and_puts_them_first() {
        ComplaintNumber number = desk.recorded();
        long before = timer(number, ESCALATION_TIMERS).getPriority();

        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", "P1",
                "responsibleParty", "MERCHANT", "priority", 90, "rootCause", "瓶盖密封不严");

        assertThat(timer(number, ESCALATION_TIMERS).getPriority()).isEqualTo(30).isGreaterThan(before);
        assertThat(clock(number, ClockName.PROPOSAL).dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(4)));
        assertThat(desk.task(number, "ProposeSolution").getDueDate()).isBeforeOrEqualTo(Date.from(MONDAY.plus(Duration.ofHours(4))));
        assertThat(timers(number, List.of("ProposeSolutionDueSoon"))).extracting(Job::getPriority).containsExactly(30L);
    }

    @Test
    void task_is_due_no_later_than_its_clock_and_gets_its_own_time_back() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        Instant own = now().plus(Duration.ofHours(24));
        assertThat(desk.task(number, "ExecuteSolution").getDueDate()).as("settlement and execution both end then or before")
                .isEqualTo(Date.from(min(clock(number, ClockName.SETTLEMENT).dueAt(), clock(number, ClockName.EXECUTION).dueAt())));
        Instant sooner = now().plus(Duration.ofHours(3));

        clocks.promise(key(number, ClockName.EXECUTION), sooner, "sue", "客户等不及");
        assertThat(desk.task(number, "ExecuteSolution").getDueDate()).isEqualTo(Date.from(sooner));
        for (ClockName each : List.of(ClockName.EXECUTION, ClockName.SETTLEMENT)) {
            clocks.pause(key(number, each), "sue", OTHERS_TURN);
        }

        assertThat(desk.task(number, "ExecuteSolution").getDueDate()).isEqualTo(Date.from(own));
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Test
    void customers_message_is_reminded_of_by_its_own_clock() {
        ComplaintNumber number = desk.recorded();
        customer.write(number, CustomerMessage.onPage("什么时候能处理好？", "k-1", List.of()));
        ClockView answer = clock(number, ClockName.NEXT_RESPONSE);
        assertThat(desk.task(number, "ReadCustomerMessage").getDueDate()).isEqualTo(Date.from(answer.dueAt()));

        desk.timePasses(number, Duration.between(now(), answer.dueAt()).plusMinutes(1));

        assertThat(reminders(number, "答复来信时限")).as("nearly due, and missed").isEqualTo(2);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "ReadCustomerMessage");
    }

    @Test
    void message_that_was_answered_is_not_reminded_of() {
        ComplaintNumber number = desk.recorded();
        customer.write(number, CustomerMessage.onPage("什么时候能处理好？", "k-2", List.of()));
        desk.complete(number, "ReadCustomerMessage", "letterAnswer", "ANSWER", "answerText", "今天下班前给您方案。");

        desk.timePasses(number, Duration.ofHours(6));

        assertThat(reminders(number, "答复来信时限")).isZero();
        assertThat(timers(number, List.of("ReadCustomerMessageDueSoon", "ReadCustomerMessageOverdue"))).isEmpty();
    }

    @Test
    void message_unread_when_the_case_closes_is_reminded_of() {
        ComplaintNumber number = closedWithAnUnreadMessage();

        desk.timePasses(number, Duration.between(now(), clock(number, ClockName.NEXT_RESPONSE).dueAt()).plusMinutes(1));

        assertThat(reminders(number, "答复来信时限")).as("nearly due, and missed").isEqualTo(2);
        assertThat(desk.openTasks(number)).containsExactly("ReadCustomerMessage");
    }

    @Test
    void message_that_follows_the_unread_one_of_a_closed_case_is_reminded_of_in_its_turn() {
        ComplaintNumber number = closedWithAnUnreadMessage();
        desk.timePasses(number, Duration.ofDays(1));
        customer.write(number, CustomerMessage.onPage("发票还没有收到。", "k-4", List.of()));
        assertThat(reminders(number, "答复来信时限")).as("the first was not forgotten meanwhile").isEqualTo(2);

        desk.complete(number, "ReadCustomerMessage", "letterAnswer", "NO_ANSWER_NEEDED", "lettersShown", 1);
        desk.timePasses(number, Duration.ofDays(1));

        assertThat(reminders(number, "答复来信时限")).isEqualTo(4);
    }

    @Test
    void missed_answer_that_goes_before_supervisors_does_so_after_the_end_of_the_case_too() {
        ComplaintNumber number = closedWithAnUnreadMessage();
        jdbc.sql("update case_clock set on_breach = 'ESCALATE' where name = 'NEXT_RESPONSE' and case_number = ?")
                .param(number.value()).update();

        desk.timePasses(number, Duration.between(now(), clock(number, ClockName.NEXT_RESPONSE).dueAt()).plusMinutes(1));

        assertThat(complaints.story(desk.complaint(number))).filteredOn(event -> event.what() == Happening.REMINDED)
                .filteredOn(event -> event.details().containsKey("missed")).singleElement()
                .satisfies(told -> assertThat(told.details()).containsEntry("to", staff.displayName("supervisors")));
        assertThat(desk.openTasks(number)).as("there is no case to supervise").containsExactly("ReadCustomerMessage");
    }

    private ComplaintNumber closedWithAnUnreadMessage() {
        ComplaintNumber number = desk.settled();
        customer.write(number, CustomerMessage.onPage("请把发票也寄给我。", "k-3", List.of()));
        customer.rate(number, 5, true, null);
        assertThat(desk.complaint(number).isClosed()).isTrue();
        return number;
    }
}
