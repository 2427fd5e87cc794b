package org.complaintdesk.complaint.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.MatterKind;
import org.complaintdesk.complaint.MatterOutcome;
import org.complaintdesk.complaint.MatterProgress;
import org.complaintdesk.complaint.NewMatter;
import org.complaintdesk.complaint.OutsideMatter;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.WhoActs;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.complaintdesk.update.CustomerUpdates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@RecordApplicationEvents
class MatterTests {

    private static final String SEE = "SeeToMatter";
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired CaseDriver desk;
    @Autowired OutsideMatters matters;
    @Autowired Complaints complaints;
    @Autowired CustomerRequests customer;
    @Autowired CaseClocks clocks;
    @Autowired RepositoryService repository;
    @Autowired CustomerUpdates updates;
    @Autowired ApplicationEventPublisher events;
    @Autowired ApplicationEvents published;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_flow_was_taken() {
        assertThat(FlowRecorder.notTaken(repository, "complaint-matter")).isEmpty();
    }

    @Test
    void agent_sees_to_a_matter_beside_the_case_until_it_ends() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter matter = open(number, MatterKind.PLATFORM, WhoActs.US);

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", SEE);
        assertThat(matterFacts(number)).contains("平台要求答复").contains("由我方处理");
        assertThat(desk.facts(number)).contains("外部事项").contains("/cases/" + number + "/matters");
        desk.complete(number, SEE, "matterStep", "CLOSE", "matterOutcome", "FOR_US", "matterResult", "平台判我方举证有效");

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        OutsideMatter closed = matters.get(number, matter.id());
        assertThat(closed.outcome()).isEqualTo(MatterOutcome.FOR_US);
        assertThat(closed.result()).isEqualTo("平台判我方举证有效");
        assertThat(clock(closed).state()).isEqualTo(ClockState.STOPPED);
        assertThat(desk.story(number)).contains(Happening.MATTER_OPENED, Happening.MATTER_CLOSED);
        assertThat(desk.facts(number)).doesNotContain("/matters");
    }

    @Test
    void the_platforms_own_time_counts_wherever_the_complaint_came_in() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter tmall = open(number, platform(Channel.TMALL));
        OutsideMatter jd = open(number, platform(Channel.JD));

        assertThat(clock(tmall).name()).isEqualTo(ClockName.PLATFORM_ANSWER);
        assertThat(clock(jd).dueAt()).isBefore(clock(tmall).dueAt());
    }

    @Test
    void time_that_somebody_entered_counts_before_the_table() {
        ComplaintNumber number = desk.recorded();
        Instant due = clock.instant().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MINUTES);
        OutsideMatter matter = open(number, new NewMatter(MatterKind.REGULATOR, null, "某区市场监督管理局", "12315-1", WhoActs.US, due, null));

        assertThat(clock(matter).dueAt()).isEqualTo(due);
        assertThat(desk.task(number, SEE).getDueDate().toInstant()).isEqualTo(due);
    }

    @Test
    void new_time_moves_the_task_and_what_reminds_of_it() {
        ComplaintNumber number = desk.recorded();
        Instant due = clock.instant().plus(Duration.ofHours(10)).truncatedTo(ChronoUnit.MINUTES);
        OutsideMatter matter = open(number, new NewMatter(MatterKind.COURIER, null, "顺丰速运", null, WhoActs.THEM_BESIDE, due, null));
        Instant later = due.plus(DAY);

        matters.goOn(number, matter.id(), new MatterProgress(null, later, null, null));

        assertThat(desk.task(number, SEE).getDueDate().toInstant()).isEqualTo(later);
        desk.timePasses(number, Duration.ofHours(11));
        assertThat(reminders(number)).isEmpty();
        desk.timePasses(number, DAY);
        assertThat(reminders(number)).hasSize(2);
    }

    @Test
    void progress_in_the_form_passes_the_matter_on_and_the_other_clock_counts() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter matter = open(number, MatterKind.PLATFORM, WhoActs.US);

        desk.complete(number, SEE, "matterStep", "GO_ON", "whoActs", "THEM_BESIDE", "matterProgress", "已提交质检报告", "matterReference", "JD-9");

        OutsideMatter passed = matters.get(number, matter.id());
        assertThat(passed.whoActs()).isEqualTo(WhoActs.THEM_BESIDE);
        assertThat(passed.reference()).isEqualTo("JD-9");
        assertThat(clock(matter).state()).isEqualTo(ClockState.STOPPED);
        assertThat(clock(passed).name()).isEqualTo(ClockName.OUTSIDE_ANSWER);
        assertThat(desk.task(number, SEE).getDueDate().toInstant()).isCloseTo(clock(passed).dueAt(), within(1, ChronoUnit.SECONDS));
        desk.complete(number, SEE, "matterStep", "GO_ON", "whoActs", "US", "matterProgress", "平台要求补充证据");
        assertThat(clock(matters.get(number, matter.id())).name()).isEqualTo(ClockName.PLATFORM_SUPPLEMENT);
    }

    @Test
    void progress_that_says_nothing_keeps_the_task_open() {
        ComplaintNumber number = desk.recorded();
        open(number, MatterKind.PLATFORM, WhoActs.US);

        assertThatThrownBy(() -> desk.complete(number, SEE, "matterStep", "GO_ON", "whoActs", "US"))
                .hasStackTraceContaining("没有新的内容");
        assertThatThrownBy(() -> desk.complete(number, SEE, "matterStep", "CLOSE")).hasStackTraceContaining("结果如何");

        assertThat(desk.isOpen(number, SEE)).isTrue();
        assertThat(desk.story(number)).doesNotContain(Happening.MATTER_CHANGED, Happening.MATTER_CLOSED);
    }

    @Test
    void matter_that_ends_on_the_case_page_takes_its_task_away() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter first = open(number, MatterKind.PLATFORM, WhoActs.US);
        OutsideMatter second = open(number, MatterKind.REGULATOR, WhoActs.US);

        matters.close(number, first.id(), MatterOutcome.DROPPED, null);

        assertThat(matterFacts(number)).contains("12315");
        matters.close(number, second.id(), MatterOutcome.AGREED, "已与消费者和解");
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThatThrownBy(() -> matters.close(number, first.id(), MatterOutcome.AGREED, null))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("已经了结");
    }

    @Test
    void the_case_waits_while_others_have_to_act_and_goes_on_when_they_have() {
        ComplaintNumber number = desk.recorded();
        settlementRuns(number);
        OutsideMatter matter = open(number, MatterKind.OTHER, WhoActs.THEM);

        assertThat(settlement(number).state()).isEqualTo(ClockState.WAITING);
        assertThat(settlement(number).waiting()).singleElement().satisfies(wait -> {
            assertThat(wait.reason().word()).isEqualTo("OUTSIDE");
            assertThat(wait.reason().detail()).isEqualTo("等其他方答复 · 某检测机构");
        });
        Instant due = settlement(number).dueAt();
        desk.timePasses(number, Duration.ofHours(3));
        matters.goOn(number, matter.id(), new MatterProgress(WhoActs.US, null, null, null));

        assertThat(settlement(number).state()).isEqualTo(ClockState.RUNNING);
        assertThat(settlement(number).dueAt()).isAfter(due.plus(Duration.ofHours(2)));
    }

    @Test
    void the_case_waits_until_the_last_of_them_has_acted() {
        ComplaintNumber number = desk.recorded();
        settlementRuns(number);
        OutsideMatter first = open(number, MatterKind.OTHER, WhoActs.THEM);
        OutsideMatter second = open(number, MatterKind.OTHER, WhoActs.THEM);
        OutsideMatter third = open(number, MatterKind.REGULATOR, WhoActs.THEM);

        matters.close(number, first.id(), MatterOutcome.AGREED, null);
        assertThat(settlement(number).isWaiting()).isTrue();
        matters.close(number, third.id(), MatterOutcome.AGREED, null);
        assertThat(settlement(number).isWaiting()).isTrue();
        matters.close(number, second.id(), MatterOutcome.AGREED, null);
        assertThat(settlement(number).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void courier_is_no_reason_to_keep_the_customer_waiting() {
        ComplaintNumber number = desk.recorded();
        settlementRuns(number);
        OutsideMatter matter = open(number, MatterKind.COURIER, WhoActs.THEM_BESIDE);

        assertThat(clock(matter).name()).isEqualTo(ClockName.COURIER_CLAIM);
        assertThat(settlement(number).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void clock_that_starts_meanwhile_waits_too() {
        ComplaintNumber number = desk.diagnosed();
        OutsideMatter matter = open(number, MatterKind.OTHER, WhoActs.THEM);
        desk.propose(number, "REFUND", 50);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        ClockKey execution = ClockKey.of(number.value(), ClockName.EXECUTION);

        assertThat(clocks.view(execution).orElseThrow().isWaiting()).isTrue();

        matters.close(number, matter.id(), MatterOutcome.NO_ANSWER, null);
        assertThat(clocks.view(execution).orElseThrow().state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void what_the_customer_has_to_do_and_what_others_have_to_do_are_two_reasons() {
        ComplaintNumber number = desk.diagnosed();
        OutsideMatter matter = open(number, MatterKind.OTHER, WhoActs.THEM);
        desk.propose(number, "REFUND", 50);
        assertThat(settlement(number).waiting()).extracting(wait -> wait.reason().word()).containsExactly("OUTSIDE", "PROPOSAL");

        matters.close(number, matter.id(), MatterOutcome.AGREED, null);

        assertThat(settlement(number).waiting()).extracting(wait -> wait.reason().word()).containsExactly("PROPOSAL");
    }

    @Test
    void graver_case_keeps_the_platforms_own_time() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter tmall = open(number, platform(Channel.TMALL));
        Instant due = clock(tmall).dueAt();

        desk.diagnose(number);

        assertThat(clock(tmall).dueAt()).isEqualTo(due);
    }

    @Test
    void agents_are_reminded_before_a_matter_is_due_and_once_more_when_it_is_late() {
        ComplaintNumber number = desk.recorded();
        open(number, MatterKind.COURIER, WhoActs.THEM_BESIDE);

        desk.timePasses(number, Duration.ofDays(4));
        assertThat(reminders(number)).isEmpty();
        desk.timePasses(number, Duration.ofDays(6));

        assertThat(reminders(number)).hasSize(2).allMatch(event -> event.details().get("to").equals("售后客服"));
    }

    @Test
    void nobody_is_reminded_of_a_matter_that_has_ended() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter matter = open(number, MatterKind.COURIER, WhoActs.THEM_BESIDE);
        matters.close(number, matter.id(), MatterOutcome.FOR_US, "快递赔付 399 元");

        desk.timePasses(number, Duration.ofDays(20));

        assertThat(reminders(number)).isEmpty();
    }

    @Test
    void matter_outlives_its_case_and_goes_before_supervisors_when_nobody_else_watches() {
        ComplaintNumber number = desk.recorded();
        complaints.endEarly(number, Closing.UNREACHABLE, "联系不上");
        OutsideMatter matter = open(number, MatterKind.REGULATOR, WhoActs.US);
        assertThat(desk.openTasks(number)).containsExactly(SEE);

        desk.timePasses(number, Duration.between(clock.instant(), clock(matter).dueAt()).plusHours(1));

        assertThat(reminders(number)).extracting(event -> event.details().get("to")).contains("客服主管");
        desk.complete(number, SEE, "matterStep", "CLOSE", "matterOutcome", "AGREED");
        assertThat(desk.hasEnded(number)).isTrue();
    }

    @Test
    void missed_answer_to_a_platform_brings_an_open_case_before_its_supervisor_and_is_no_reason_to_apologise() {
        ComplaintNumber number = desk.recorded();
        Instant due = clock.instant().plus(Duration.ofHours(2));
        open(number, new NewMatter(MatterKind.PLATFORM, Channel.JD, null, null, WhoActs.US, due, null));

        desk.timePasses(number, Duration.ofHours(3));

        assertThat(desk.openTasks(number)).contains("SuperviseOverdueCase", SEE);
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind).doesNotContain("DELAY_APOLOGY");
    }

    @Test
    void missed_answer_to_a_platform_is_told_although_the_case_stands_before_the_supervisor_already() {
        ComplaintNumber number = desk.recorded();
        Instant due = clock.instant().plus(Duration.ofHours(30));
        open(number, new NewMatter(MatterKind.PLATFORM, Channel.JD, null, "JD-77", WhoActs.US, due, null));
        desk.timePasses(number, Duration.ofHours(25));
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(1);
        assertThat(missed(number, "JD-77")).isEmpty();

        desk.timePasses(number, Duration.ofHours(6));

        assertThat(missed(number, "JD-77")).containsExactly("客服主管");
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(1);
    }

    @Test
    void nobody_misses_a_matter_of_a_case_that_stands_at_the_highest_level() {
        ComplaintNumber number = desk.recorded();
        open(number, new NewMatter(MatterKind.REGULATOR, null, null, "12315-9", WhoActs.US, clock.instant().plus(Duration.ofDays(9)), null));
        desk.timePasses(number, Duration.ofDays(8));
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(3);

        desk.timePasses(number, Duration.ofDays(2));

        assertThat(missed(number, "12315-9")).contains("客服主管");
        assertThat(published.stream(StaffNoticeDue.class).filter(notice -> notice.caseNumber().equals(number.value())
                && notice.facts().getOrDefault("task", "").contains("12315-9")).map(StaffNoticeDue::kind))
                .as("the matter is late, not the case").contains(StaffNotice.OVERDUE).doesNotContain(StaffNotice.ESCALATION);
    }

    @Test
    void nothing_that_was_written_about_a_matter_outlives_its_customers_data() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter matter = open(number, new NewMatter(MatterKind.OTHER, null, "王小明的律师", "案-7", WhoActs.THEM, null, "王小明要求赔偿"));
        matters.close(number, matter.id(), MatterOutcome.AGREED, "赔给王小明 500 元");
        complaints.endEarly(number, Closing.WITHDRAWN, "撤诉");
        long person = desk.complaint(number).customerId();

        transaction.executeWithoutResult(status -> events.publishEvent(
                new CustomerErased(person, List.of(person), List.of(number.value()), List.of())));

        OutsideMatter erased = matters.get(number, matter.id());
        assertThat(erased).extracting(OutsideMatter::party, OutsideMatter::reference, OutsideMatter::note, OutsideMatter::result)
                .containsOnlyNulls();
        assertThat(erased.outcome()).isEqualTo(MatterOutcome.AGREED);
        assertThat(complaints.story(desk.complaint(number)).toString()).doesNotContain("王小明", "案-7");
        assertThatThrownBy(() -> open(number, MatterKind.REGULATOR, WhoActs.US)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("客户资料已删除");
    }

    @Test
    void case_is_not_ended_early_while_somebody_waits_for_our_answer() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter matter = open(number, MatterKind.PLATFORM, WhoActs.US);

        assertThatThrownBy(() -> complaints.endEarly(number, Closing.DUPLICATE, "x")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("平台要求答复").hasMessageContaining("外部事项");

        matters.goOn(number, matter.id(), new MatterProgress(WhoActs.THEM_BESIDE, null, null, null));
        complaints.endEarly(number, Closing.UNREACHABLE, "联系不上");
        assertThat(desk.openTasks(number)).containsExactly(SEE);
    }

    @Test
    void customer_withdraws_whatever_others_want_and_the_matter_stays_with_its_time() {
        ComplaintNumber number = desk.recorded();
        OutsideMatter matter = open(number, MatterKind.PLATFORM, WhoActs.US);
        Instant due = clock(matter).dueAt();

        assertThat(customer.withdraw(number, "算了")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly(SEE);
        assertThat(clock(matter).state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock(matter).dueAt()).isEqualTo(due);
        assertThat(matterFacts(number)).contains("平台要求答复");
    }

    @Test
    void the_same_matter_again_is_one_matter() {
        ComplaintNumber number = desk.recorded();
        NewMatter claim = new NewMatter(MatterKind.COURIER, null, "顺丰速运", "SF-1", WhoActs.THEM, null, null);

        OutsideMatters.Opened first = matters.open(number, claim);
        OutsideMatters.Opened again = matters.open(number, claim);

        assertThat(first.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(matters.open(number)).hasSize(1);
    }

    @Test
    void what_cannot_be_is_refused_by_the_field() {
        ComplaintNumber number = desk.recorded();
        refused(number, "matterKind", new NewMatter(null, null, null, null, WhoActs.US, null, null));
        refused(number, "whoActs", new NewMatter(MatterKind.REGULATOR, null, null, null, null, null, null));
        refused(number, "matterParty", new NewMatter(MatterKind.COURIER, null, " ", null, WhoActs.US, null, null));
        refused(number, "matterPlatform", new NewMatter(MatterKind.PLATFORM, null, null, null, WhoActs.US, null, null));
        refused(number, "matterReference", new NewMatter(MatterKind.REGULATOR, null, null, "x".repeat(101), WhoActs.US, null, null));
        refused(number, "matterDueAt", new NewMatter(MatterKind.REGULATOR, null, null, null, WhoActs.US, clock.instant().minusSeconds(60), null));
        refused(number, "matterDueAt", new NewMatter(MatterKind.REGULATOR, null, null, null, WhoActs.US, clock.instant().plus(Duration.ofDays(500)), null));
        assertThat(matters.of(number)).isEmpty();
    }

    private void refused(ComplaintNumber number, String field, NewMatter entered) {
        assertThatThrownBy(() -> matters.open(number, entered)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private OutsideMatter open(ComplaintNumber number, MatterKind kind, WhoActs who) {
        return open(number, new NewMatter(kind, kind == MatterKind.PLATFORM ? Channel.TMALL : null,
                kind == MatterKind.COURIER ? "顺丰速运" : kind == MatterKind.OTHER ? "某检测机构" : null, null, who, null, "请在期限前提交凭证"));
    }

    private OutsideMatter open(ComplaintNumber number, NewMatter entered) {
        return matters.open(number, entered).matter();
    }

    private static NewMatter platform(Channel platform) {
        return new NewMatter(MatterKind.PLATFORM, platform, null, null, WhoActs.US, null, null);
    }

    private ClockView clock(OutsideMatter matter) {
        return clocks.view(matter.clock()).orElseThrow();
    }

    private void settlementRuns(ComplaintNumber number) {
        assertThat(settlement(number).state()).isEqualTo(ClockState.RUNNING);
    }

    private ClockView settlement(ComplaintNumber number) {
        return clocks.view(ClockKey.of(number.value(), ClockName.SETTLEMENT)).orElseThrow();
    }

    private List<CaseEvent> reminders(ComplaintNumber number) {
        return complaints.story(desk.complaint(number)).stream().filter(event -> event.what() == Happening.REMINDED)
                .filter(event -> List.of("快递理赔时限", "12315 投诉时限").contains(event.details().get("task"))).toList();
    }

    /** @return who was told that the time of this matter was missed */
    private List<String> missed(ComplaintNumber number, String reference) {
        return complaints.story(desk.complaint(number)).stream().filter(event -> event.what() == Happening.REMINDED)
                .map(CaseEvent::details).filter(details -> details.getOrDefault("with", "").contains(reference)
                        && "true".equals(details.get("missed"))).map(details -> details.get("to")).toList();
    }

    private String matterFacts(ComplaintNumber number) {
        return desk.shown(number, SEE, "matterFacts");
    }
}
