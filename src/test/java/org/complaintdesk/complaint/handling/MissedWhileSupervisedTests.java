package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.deadline.AlarmLevel;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockTimes;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.OnAMonday;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Another clock of the case is missed while a supervisor has the case already: it is told at its own moment, once. */
@DeskTest
@RecordApplicationEvents
class MissedWhileSupervisedTests implements OnAMonday {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String SUPERVISING = "SuperviseOverdueCase";
    private static final List<String> ESCALATION_TIMERS =
            List.of("SettlementOverdue", "SupervisionOverdue", "StillUnsettled");
    private static final List<String> REMINDER_TIMERS = List.of("NextAlarm", "FurtherAlarm");
    private static final CaseTraits TRAITS =
            new CaseTraits(Severity.P2, Category.DAMAGED_IN_TRANSIT, "EMAIL", "醉卿酒业旗舰店");

    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired CaseClocks clocks;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired ApplicationEvents events;

    /** Accepted ten hours after it arrived: settled is due on Tuesday at ten, executed ten hours later. */
    private ComplaintNumber accepted() {
        ComplaintNumber number = desk.diagnosed();
        desk.timePasses(number, Duration.ofHours(10));
        desk.propose(number, "REFUND", 99);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        return number;
    }

    private ComplaintNumber supervised() {
        ComplaintNumber number = accepted();
        untilHour(number, 24);
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(1);
        return number;
    }

    /** A minute after that hour since Monday. */
    private void untilHour(ComplaintNumber number, int hour) {
        desk.timePasses(number, Duration.between(now(), hour(hour)).plus(A_MINUTE));
    }

    private static Instant hour(int hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private static void itIs(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    private static ClockKey execution(ComplaintNumber number) {
        return ClockKey.of(number.value(), ClockName.EXECUTION);
    }

    private List<RaisedAlarm> breaches(ClockKey clock) {
        return clocks.view(clock).orElseThrow().alarms().stream().filter(alarm -> alarm.level().isBreach()).toList();
    }

    /** @return who was told that the execution is late, as the case's story says */
    private List<String> told(ComplaintNumber number) {
        return complaints.story(desk.complaint(number)).stream().filter(event -> event.what() == Happening.REMINDED)
                .map(CaseEvent::details)
                .filter(details -> details.get("task").equals("执行方案时限") && "true".equals(details.get("missed")))
                .map(details -> details.get("to")).toList();
    }

    private List<Map<String, String>> notices(ComplaintNumber number) {
        return events.stream(StaffNoticeDue.class).filter(notice -> notice.caseNumber().equals(number.value())
                && notice.kind() == StaffNotice.ESCALATION && notice.recipient().equals("supervisors"))
                .map(StaffNoticeDue::facts).toList();
    }

    private Job timer(ComplaintNumber number, List<String> activities) {
        String flow = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value())
                .processDefinitionKey("complaint-handling").singleResult().getId();
        List<Job> found = activities.stream().flatMap(activity -> management.createJobQuery().processInstanceId(flow)
                .activityId(activity).list().stream()).toList();
        assertThat(found).as("timers %s", activities).hasSize(1);
        return found.get(0);
    }

    private Instant due(ComplaintNumber number, List<String> activities) {
        return timer(number, activities).getDuedate().toInstant();
    }

    @Test
    void execution_that_is_missed_before_a_supervisor_is_told_at_its_own_moment() {
        ComplaintNumber number = supervised();
        String supervision = desk.task(number, SUPERVISING).getId();
        assertThat(due(number, ESCALATION_TIMERS)).as("the next level is the settlement's").isEqualTo(hour(48));

        untilHour(number, 34);

        assertThat(breaches(execution(number))).singleElement().satisfies(alarm -> {
            assertThat(alarm.level()).isEqualTo(AlarmLevel.BREACH_1);
            assertThat(alarm.covered()).isFalse();
            assertThat(alarm.raisedAt()).isEqualTo(hour(34));
        });
        assertThat(told(number)).containsExactly("客服主管");
        assertThat(notices(number)).extracting(facts -> facts.get("task")).containsExactly("解决投诉时限", "执行方案时限");
        assertThat(desk.task(number, SUPERVISING).getId()).as("nobody is disturbed").isEqualTo(supervision);
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(1);
        assertThat(desk.story(number)).containsOnlyOnce(Happening.ESCALATED);
    }

    @Test
    void told_by_the_reminder_it_is_not_told_again_by_the_next_level() {
        ComplaintNumber number = supervised();
        untilHour(number, 34);

        untilHour(number, 48);

        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
        assertThat(told(number)).hasSize(1);
        assertThat(breaches(execution(number))).hasSize(1);
    }

    @Test
    void escalation_that_comes_first_tells_the_same_and_the_reminder_nothing() {
        ComplaintNumber number = supervised();
        Job reminder = timer(number, REMINDER_TIMERS);
        itIs(hour(34).plus(A_MINUTE));

        management.executeJob(timer(number, ESCALATION_TIMERS).getId());
        assertThat(told(number)).containsExactly("客服主管");
        management.executeJob(reminder.getId());

        assertThat(told(number)).hasSize(1);
        assertThat(notices(number)).hasSize(2);
        assertThat(breaches(execution(number))).singleElement().satisfies(alarm -> assertThat(alarm.covered()).isFalse());
        assertThat(desk.isOpen(number, SUPERVISING)).isTrue();
    }

    @Test
    void after_an_outage_the_next_level_covers_it_whoever_comes_first() {
        for (List<List<String>> order : List.of(List.of(REMINDER_TIMERS, ESCALATION_TIMERS),
                List.of(ESCALATION_TIMERS, REMINDER_TIMERS))) {
            monday();
            ComplaintNumber number = supervised();
            List<Job> jobs = order.stream().map(activities -> timer(number, activities)).toList();
            itIs(hour(48).plus(A_MINUTE));

            jobs.forEach(job -> management.executeJob(job.getId()));

            assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
            assertThat(breaches(execution(number))).as("%s", order).extracting(RaisedAlarm::level, RaisedAlarm::covered)
                    .containsExactly(tuple(AlarmLevel.BREACH_1, true));
            assertThat(told(number)).isEmpty();
        }
    }

    @Test
    void what_is_missed_after_the_supervisor_has_done_their_part_is_told_too() {
        ComplaintNumber number = supervised();
        desk.complete(number, SUPERVISING, "action", "AUTHORISE", "authorisedAmount", 200, "reason", "按客户要求处理");
        assertThat(due(number, ESCALATION_TIMERS)).isEqualTo(hour(34));

        untilHour(number, 34);

        assertThat(told(number)).containsExactly("客服主管");
        assertThat(breaches(execution(number))).hasSize(1);
        assertThat(desk.isOpen(number, SUPERVISING)).isFalse();
    }

    @Test
    void several_clocks_are_each_told_once_at_their_own_moments() {
        ComplaintNumber number = accepted();
        ClockKey platform = ClockKey.of(number.value(), ClockName.PLATFORM_ANSWER);
        clocks.startUntil(platform, TRAITS, hour(30), "amy", "TEST");
        untilHour(number, 24);
        assertThat(due(number, REMINDER_TIMERS)).as("nothing is warned of before").isBefore(hour(30).plusSeconds(1));

        untilHour(number, 36);

        assertThat(breaches(platform)).extracting(RaisedAlarm::raisedAt, RaisedAlarm::covered).containsExactly(tuple(hour(30), false));
        assertThat(breaches(execution(number))).extracting(RaisedAlarm::raisedAt, RaisedAlarm::covered)
                .containsExactly(tuple(hour(34), false));
        assertThat(notices(number)).extracting(facts -> facts.get("task"))
                .containsExactly("解决投诉时限", "答复平台时限", "执行方案时限");
    }

    @Test
    void clock_that_begins_or_moves_before_a_supervisor_is_followed() {
        ComplaintNumber number = supervised();
        clocks.pause(execution(number), "sue", new PauseReason("BY_HAND", "等快递核查"));
        assertThat(due(number, REMINDER_TIMERS)).isEqualTo(ClockTimes.NEVER);
        itIs(hour(30).plus(A_MINUTE));

        clocks.resume(execution(number), "sue", PauseReason.of("BY_HAND"), "查清了");

        untilHour(number, 34);
        assertThat(told(number)).isEmpty();
        untilHour(number, 40);
        assertThat(told(number)).hasSize(1);
        assertThat(breaches(execution(number))).extracting(RaisedAlarm::raisedAt).containsExactly(hour(40));
    }

    @Test
    void level_that_has_risen_lets_higher_breaches_of_other_clocks_be_told_too() {
        ComplaintNumber number = supervised();
        clocks.promise(execution(number), hour(50), "sue", "等快递核查");
        untilHour(number, 48);
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
        assertThat(due(number, REMINDER_TIMERS)).isEqualTo(hour(50));

        untilHour(number, 71);

        assertThat(breaches(execution(number))).extracting(RaisedAlarm::level, RaisedAlarm::raisedAt)
                .containsExactly(tuple(AlarmLevel.BREACH_1, hour(50)));
        assertThat(told(number)).containsExactly("客服主管");
        untilHour(number, 72);
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(3);
        untilHour(number, 130);
        assertThat(breaches(execution(number))).extracting(RaisedAlarm::level)
                .startsWith(AlarmLevel.BREACH_1, AlarmLevel.BREACH_2);
        assertThat(desk.story(number)).filteredOn(Happening.ESCALATED::equals).hasSize(3);
    }

    @Test
    void new_time_of_the_last_level_is_the_escalations_and_not_the_reminders() {
        ComplaintNumber number = accepted();
        untilHour(number, 100);
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(3);
        desk.complete(number, SUPERVISING, "action", "EXTEND", "newDueAt", hour(130).toString(), "reason", "等待快递核查");

        untilHour(number, 130);

        assertThat(desk.isOpen(number, SUPERVISING)).as("the third level the third again").isTrue();
    }

    @Test
    void reopened_case_begins_at_no_level() {
        ComplaintNumber number = supervised();
        desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
        desk.timePasses(number, Duration.ofDays(3).plusMinutes(1));
        desk.complete(number, "FollowUpCustomer", "satisfied", "NO", "score", "2", "followUpNote", "退款还没到账");
        Instant settlement = clocks.view(ClockKey.of(number.value(), ClockName.SETTLEMENT)).orElseThrow().dueAt();

        assertThat(desk.complaint(number).escalationLevel()).isZero();
        assertThat(due(number, ESCALATION_TIMERS)).isEqualTo(settlement);
        assertThat(due(number, REMINDER_TIMERS)).isNotEqualTo(settlement);
        desk.timePasses(number, Duration.between(now(), settlement).plus(A_MINUTE));
        assertThat(desk.isOpen(number, SUPERVISING)).isTrue();
        assertThat(told(number)).isEmpty();
    }
}
