package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be done to the clocks of a case, through the store. */
@DeskTest
@RecordApplicationEvents
class CaseClocksTests {

    /** A Monday, noon in Shanghai. */
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final CaseTraits P3 = new CaseTraits(Severity.P3, null, "TMALL", "酒类旗舰店");
    private static final CaseTraits P1 = new CaseTraits(Severity.P1, null, "TMALL", "酒类旗舰店");
    private static final PauseReason EVIDENCE = PauseReason.of("EVIDENCE");
    private static final PauseReason COURIER = new PauseReason("OUTSIDE", "matter 7");

    @Autowired
    private CaseClocks clocks;
    @Autowired
    private ClockTimes models;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ApplicationEvents events;

    private final String number = "T-" + Long.toHexString(System.nanoTime());
    private final ClockKey settlement = ClockKey.of(number, ClockName.SETTLEMENT);
    private final ClockKey proposal = ClockKey.of(number, ClockName.PROPOSAL);
    private final ClockKey firstResponse = ClockKey.of(number, ClockName.FIRST_RESPONSE);

    @BeforeEach
    void it_is_noon() {
        ClockUtil.setCurrentTime(Date.from(NOON));
    }

    @AfterEach
    void time_runs_again() {
        ClockUtil.reset();
    }

    @Test
    void a_clock_is_kept_with_all_that_explains_it() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");

        ClockView view = view(settlement);
        assertThat(view.dueAt()).isEqualTo(hours(24));
        assertThat(view.state()).isEqualTo(ClockState.RUNNING);
        assertThat(view.rule()).isEqualTo("客服手册：售后问题24小时内处理完毕");
        assertThat(view.version()).matches("\\d+ · \\d{4}-\\d\\d-\\d\\d");
        assertThat(view.calendar().hours()).isEqualTo("always");
        assertThat(view.ledger()).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo(ClockChange.STARTED);
            assertThat(line.by()).isEqualTo("amy");
            assertThat(line.why()).isEqualTo("RECEIVED");
            assertThat(line.dueAt()).isEqualTo(view.dueAt());
        });
        assertThat(clocks.nextReminder(number, 0)).isEqualTo(hours(24 * 0.8));
        assertThat(clocks.nextEscalation(number)).isEqualTo(view.dueAt());
    }

    @Test
    void started_twice_is_started_once() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(1);

        clocks.start(settlement, P3, now(), "amy", "RECEIVED");

        assertThat(view(settlement).startedAt()).isEqualTo(NOON);
        assertThat(view(settlement).ledger()).hasSize(1);
    }

    @Test
    void what_is_done_together_is_told_line_by_line() {
        transaction.executeWithoutResult(status -> {
            clocks.caseBegins(number);
            clocks.together(number, () -> {
                clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
                clocks.start(proposal, P3, NOON, "amy", "RECEIVED");
                clocks.promise(settlement, hours(30), "sue", "PROMISED");
                clocks.pause(settlement, "amy", EVIDENCE);
            });
            clocks.stop(proposal, "amy", "PROPOSED");
        });

        assertThat(view(settlement).isWaiting()).isTrue();
        assertThat(view(settlement).ledger()).extracting(LedgerLine::what)
                .containsExactly(ClockChange.STARTED, ClockChange.PROMISED, ClockChange.PAUSED);
        assertThat(view(settlement).ledger()).extracting(LedgerLine::dueAt).containsExactly(hours(24), hours(30), hours(30));
        assertThat(view(proposal).state()).isEqualTo(ClockState.STOPPED);
        assertThat(events.stream(ClocksMoved.class).filter(moved -> moved.caseNumber().equals(number))).hasSize(1);
    }

    @Test
    void while_it_waits_its_due_moment_moves_and_no_alarm_is_to_come() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(1);
        clocks.pause(settlement, "amy", EVIDENCE);
        after(4);

        assertThat(view(settlement).isWaiting()).isTrue();
        assertThat(view(settlement).dueAt()).isEqualTo(hours(27));
        assertThat(clocks.nextReminder(number, 0)).isEqualTo(ClockTimes.NEVER);
        assertThat(clocks.nextEscalation(number)).isEqualTo(ClockTimes.NEVER);

        clocks.resume(settlement, "customer", EVIDENCE);

        assertThat(view(settlement).dueAt()).isEqualTo(hours(27));
        assertThat(clocks.nextEscalation(number)).isEqualTo(hours(27));
        assertThat(view(settlement).ledger()).extracting(LedgerLine::what, LedgerLine::why, LedgerLine::by)
                .endsWith(tuple(ClockChange.PAUSED, "EVIDENCE", "amy"), tuple(ClockChange.RESUMED, "EVIDENCE", "customer"));
    }

    @Test
    void it_waits_until_the_last_reason_has_ended() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        clocks.pause(settlement, "amy", EVIDENCE);
        after(1);
        clocks.pause(settlement, "ben", COURIER);
        after(2);
        clocks.resume(settlement, "customer", EVIDENCE);
        after(3);

        assertThat(view(settlement).waiting()).singleElement()
                .satisfies(wait -> assertThat(wait.reason()).isEqualTo(COURIER));
        assertThat(view(settlement).pauses()).extracting(ClockView.Pause::reason).containsExactly(EVIDENCE, COURIER);

        clocks.resume(settlement, "ben", PauseReason.of("OUTSIDE"));

        assertThat(view(settlement).state()).isEqualTo(ClockState.RUNNING);
        assertThat(view(settlement).dueAt()).isEqualTo(hours(27));
    }

    @Test
    void what_is_so_already_changes_nothing() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        clocks.pause(settlement, "amy", EVIDENCE);
        clocks.pause(settlement, "amy", EVIDENCE);
        clocks.resume(settlement, "amy", COURIER);
        clocks.stop(settlement, "amy", "SETTLED");
        clocks.stop(settlement, "amy", "SETTLED");
        clocks.pause(settlement, "amy", EVIDENCE);
        clocks.resume(settlement, "amy", EVIDENCE, "goes on");
        clocks.stop(proposal, "amy", "PRESENTED");

        assertThat(view(settlement).ledger()).extracting(LedgerLine::what)
                .containsExactly(ClockChange.STARTED, ClockChange.PAUSED, ClockChange.STOPPED);
        assertThat(clocks.of(number)).hasSize(1);
    }

    @Test
    void a_stopped_clock_stays_as_it_was_and_raises_nothing() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(5);
        clocks.caseEnds(number, "amy", "CLOSED");
        after(100);

        assertThat(view(settlement).overdue()).isFalse();
        assertThat(view(settlement).elapsed()).isEqualTo(Duration.ofHours(5));
        assertThat(clocks.nextEscalation(number)).isEqualTo(ClockTimes.NEVER);
        assertThat(clocks.raiseEscalation(number, 0)).isEmpty();
        assertThat(clocks.raiseReminders(number, 0)).isEmpty();
    }

    @Test
    void taken_up_again_it_has_its_whole_time_and_its_alarms_anew() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(25);
        clocks.raiseEscalation(number, 0);
        clocks.stop(settlement, "amy", "SETTLED");
        after(50);

        clocks.start(settlement, P3, now(), "customer", "REOPENED");

        assertThat(view(settlement).run()).isEqualTo(2);
        assertThat(view(settlement).dueAt()).isEqualTo(hours(74));
        assertThat(clocks.raiseEscalation(number, 0)).isEmpty();
        assertThat(clocks.nextEscalation(number)).isEqualTo(hours(74));
        after(74);
        assertThat(clocks.raiseEscalation(number, 0)).singleElement()
                .satisfies(alarm -> assertThat(alarm.run()).isEqualTo(2));
    }

    @Test
    void a_graver_case_has_less_time_from_its_start() {
        clocks.start(proposal, P3, NOON, "amy", "RECEIVED");
        after(1);

        clocks.reconsider(number, P1, "amy", "DIAGNOSED");

        assertThat(view(proposal).dueAt()).isEqualTo(hours(4));
        assertThat(view(proposal).ledger()).extracting(LedgerLine::what, LedgerLine::target)
                .containsExactly(tuple(ClockChange.STARTED, "PT16H"), tuple(ClockChange.TERMS_CHANGED, "PT4H"));
    }

    @Test
    void a_pause_is_not_lost_when_the_severity_changes() {
        clocks.start(proposal, P3, NOON, "amy", "RECEIVED");
        clocks.pause(proposal, "amy", EVIDENCE);
        after(3);
        clocks.resume(proposal, "customer", EVIDENCE);

        clocks.reconsider(number, P1, "amy", "DIAGNOSED");

        assertThat(view(proposal).dueAt()).isEqualTo(hours(7));
    }

    @Test
    void a_change_that_puts_a_clock_behind_is_told_once_by_its_highest_level() {
        clocks.start(proposal, P3, NOON, "amy", "RECEIVED");
        after(9);
        clocks.reconsider(number, P1, "amy", "DIAGNOSED");

        assertThat(clocks.nextReminder(number, 0)).isEqualTo(now());
        assertThat(clocks.raiseReminders(number, 0)).extracting(RaisedAlarm::level, RaisedAlarm::moment)
                .containsExactly(tuple(AlarmLevel.BREACH_2, now()));
        assertThat(clocks.raiseReminders(number, 0)).isEmpty();
        assertThat(clocks.nextReminder(number, 0)).isEqualTo(ClockTimes.NEVER);
    }

    @Test
    void nothing_is_raised_of_what_was_past_when_a_clock_was_started() {
        clocks.start(settlement, P3, NOON.minus(Duration.ofHours(30)), "import", "RECEIVED");

        assertThat(view(settlement).overdue()).isTrue();
        assertThat(clocks.raiseEscalation(number, 0)).isEmpty();
        assertThat(clocks.nextEscalation(number)).isEqualTo(hours(18));
    }

    @Test
    void an_alarm_comes_at_its_very_moment_and_once() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        ClockUtil.setCurrentTime(Date.from(hours(24).minusMillis(1)));
        assertThat(clocks.raiseEscalation(number, 0)).isEmpty();

        after(24);

        assertThat(clocks.raiseEscalation(number, 0)).singleElement().satisfies(alarm -> {
            assertThat(alarm.level()).isEqualTo(AlarmLevel.BREACH_1);
            assertThat(alarm.moment()).isEqualTo(hours(24));
            assertThat(alarm.escalates()).isTrue();
        });
        assertThat(view(settlement).overdue()).isFalse();
        assertThat(clocks.raiseEscalation(number, 1)).isEmpty();
        assertThat(clocks.nextEscalation(number)).isEqualTo(hours(48));
        assertThat(events.stream(AlarmRaised.class).filter(told -> told.alarm().clock().equals(settlement))).hasSize(1);
    }

    @Test
    void after_an_outage_only_the_highest_level_is_told() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(50);

        assertThat(clocks.raiseReminders(number, 0)).isEmpty();
        assertThat(clocks.raiseEscalation(number, 0)).extracting(RaisedAlarm::level).containsExactly(AlarmLevel.BREACH_2);
        assertThat(view(settlement).alarms()).extracting(RaisedAlarm::level, RaisedAlarm::covered).containsExactlyInAnyOrder(
                tuple(AlarmLevel.WARNING, true), tuple(AlarmLevel.BREACH_1, true), tuple(AlarmLevel.BREACH_2, false));
    }

    @Test
    void nobody_is_warned_of_what_has_been_missed() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(25);

        assertThat(clocks.raiseEscalation(number, 0)).hasSize(1);
        assertThat(clocks.raiseReminders(number, 0)).isEmpty();
        assertThat(clocks.nextReminder(number, 0)).isEqualTo(ClockTimes.NEVER);
    }

    @Test
    void what_takes_the_case_no_further_is_told_once_by_the_escalation_or_by_the_reminder() {
        ClockKey execution = ClockKey.of(number, ClockName.EXECUTION);
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        clocks.startUntil(execution, P3, hours(30), "amy", "ACCEPTED");
        after(24);
        assertThat(clocks.raiseEscalation(number, 0)).hasSize(1);
        assertThat(clocks.nextEscalation(number, 1)).isEqualTo(hours(48));
        clocks.raiseReminders(number, 1);
        assertThat(clocks.nextReminder(number, 1)).isEqualTo(hours(30));
        assertThat(clocks.nextReminder(number, 0)).isEqualTo(ClockTimes.NEVER);
        after(30);

        assertThat(clocks.raiseReminders(number, 0)).isEmpty();
        assertThat(clocks.raiseReminders(number, 1)).extracting(RaisedAlarm::clock, RaisedAlarm::level)
                .containsExactly(tuple(execution, AlarmLevel.BREACH_1));

        assertThat(clocks.raiseEscalation(number, 1)).isEmpty();
        assertThat(clocks.nextReminder(number, 1)).isEqualTo(ClockTimes.NEVER);
    }

    @Test
    void what_takes_the_case_further_covers_what_does_not() {
        ClockKey execution = ClockKey.of(number, ClockName.EXECUTION);
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        clocks.startUntil(execution, P3, hours(30), "amy", "ACCEPTED");
        after(24);
        clocks.raiseEscalation(number, 0);
        after(48);

        assertThat(clocks.raiseReminders(number, 1)).isEmpty();

        assertThat(view(execution).alarms()).extracting(RaisedAlarm::level, RaisedAlarm::covered)
                .contains(tuple(AlarmLevel.BREACH_1, true));
        assertThat(clocks.raiseEscalation(number, 1)).extracting(RaisedAlarm::level).containsExactly(AlarmLevel.BREACH_2);
    }

    @Test
    void a_matter_that_is_missed_is_told_whatever_level_the_case_stands_at_and_once() {
        ClockKey platform = new ClockKey(number, ClockName.PLATFORM_ANSWER, "7");
        clocks.startUntil(platform, P3, hours(30), "amy", "MATTER_OPENED");
        after(30);
        assertThat(clocks.nextBreach(platform, 0)).isEqualTo(ClockTimes.NEVER);
        assertThat(clocks.nextBreach(platform, 1)).isEqualTo(hours(30));
        assertThat(clocks.raiseBreaches(platform, 0)).isEmpty();

        assertThat(clocks.raiseBreaches(platform, 1)).extracting(RaisedAlarm::level).containsExactly(AlarmLevel.BREACH_1);

        assertThat(clocks.raiseBreaches(platform, 1)).isEmpty();
        assertThat(clocks.raiseEscalation(number, 1)).isEmpty();
    }

    @Test
    void the_cases_own_flow_tells_it_too_when_it_comes_first() {
        ClockKey platform = new ClockKey(number, ClockName.PLATFORM_ANSWER, "7");
        clocks.startUntil(platform, P3, hours(30), "amy", "MATTER_OPENED");
        after(30);

        assertThat(clocks.raiseEscalation(number, 3)).extracting(RaisedAlarm::clock).containsExactly(platform);

        assertThat(clocks.raiseBreaches(platform, 3)).isEmpty();
    }

    @Test
    void a_missed_first_response_reminds_and_never_escalates() {
        clocks.start(firstResponse, P3, NOON, "amy", "RECEIVED");
        ClockUtil.setCurrentTime(Date.from(NOON.plusSeconds(300)));

        assertThat(clocks.nextEscalation(number)).isEqualTo(ClockTimes.NEVER);
        assertThat(clocks.raiseReminders(number, 0)).extracting(RaisedAlarm::level, RaisedAlarm::escalates)
                .containsExactly(tuple(AlarmLevel.BREACH_1, false));
    }

    @Test
    void another_flow_is_reminded_of_its_own_clock_only() {
        ClockKey courier = new ClockKey(number, ClockName.COURIER_CLAIM, "9");
        clocks.start(courier, P3, NOON, "amy", "MATTER_OPENED");
        clocks.start(proposal, P3, NOON, "amy", "RECEIVED");

        assertThat(clocks.nextAlarm(courier)).isEqualTo(hours(7 * 24 * 0.8));
        assertThat(clocks.nextReminder(number, 0)).isEqualTo(hours(16 * 0.8));
        after(7 * 24);
        assertThat(clocks.raise(courier)).extracting(RaisedAlarm::level).containsExactly(AlarmLevel.BREACH_1);
    }

    @Test
    void an_entered_due_moment_is_due_then_to_the_millisecond() {
        ClockKey platform = new ClockKey(number, ClockName.PLATFORM_ANSWER, "8");
        Instant due = hours(31).plusMillis(7);

        clocks.startUntil(platform, P3, due, "amy", "MATTER_OPENED");

        assertThat(view(platform).dueAt()).isEqualTo(due);
        assertThat(view(platform).dueSet()).isTrue();
        clocks.startUntil(platform, P3, hours(40), "amy", "the platform gave more time");
        assertThat(view(platform).dueAt()).isEqualTo(hours(40));
        clocks.reconsider(number, P1, "amy", "DIAGNOSED");
        assertThat(view(platform).dueAt()).isEqualTo(hours(40));
        assertThatIllegalArgumentException().isThrownBy(() -> clocks.startUntil(platform, P3, NOON, "amy", "too late"));
    }

    @Test
    void the_next_level_comes_at_the_promised_moment() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(24);
        clocks.raiseEscalation(number, 0);
        after(25);

        clocks.promise(settlement, hours(60), "sue", "the warehouse is closed");

        assertThat(view(settlement).dueAt()).isEqualTo(hours(60));
        assertThat(view(settlement).overdue()).isFalse();
        assertThat(clocks.nextEscalation(number)).isEqualTo(hours(60));
        after(60);
        assertThat(clocks.raiseEscalation(number, 1)).extracting(RaisedAlarm::level).containsExactly(AlarmLevel.BREACH_2);
        assertThat(clocks.nextEscalation(number)).isBetween(hours(84), hours(84).plusMillis(1));
    }

    @Test
    void a_promise_after_the_last_level_is_still_watched() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(80);
        clocks.raiseEscalation(number, 0);
        assertThat(clocks.nextEscalation(number)).isEqualTo(ClockTimes.NEVER);

        clocks.promise(settlement, hours(90), "max", "last try");
        after(90);

        assertThat(clocks.raiseEscalation(number, 2)).extracting(RaisedAlarm::level).containsExactly(AlarmLevel.BREACH_3);
    }

    @Test
    void a_supervisor_puts_right_what_was_noted_wrongly() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        after(2);
        clocks.pause(settlement, "amy", EVIDENCE);
        after(6);
        clocks.resume(settlement, "amy", EVIDENCE);

        clocks.correctPause(settlement, hours(2), hours(3), hours(4), "sue", "the photos came at four");
        assertThat(view(settlement).dueAt()).isEqualTo(hours(25));
        clocks.correctStart(settlement, hours(-1), "sue", "she had called before");
        assertThat(view(settlement).dueAt()).isEqualTo(hours(24));
        clocks.stop(settlement, "amy", "SETTLED");
        clocks.correctStop(settlement, hours(5), "sue", "was done at five");

        assertThat(view(settlement).stoppedAt()).isEqualTo(hours(5));
        assertThat(view(settlement).elapsed()).isEqualTo(Duration.ofHours(5));
        assertThat(view(settlement).ledger()).extracting(LedgerLine::what).endsWith(ClockChange.PAUSE_CORRECTED,
                ClockChange.START_CORRECTED, ClockChange.STOPPED, ClockChange.STOP_CORRECTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clocks.correctPause(settlement, hours(9), NOON, NOON, "sue", "no such pause"));
    }

    @Test
    void what_if_changes_nothing() {
        clocks.start(proposal, P3, NOON, "amy", "RECEIVED");

        List<WhatIf> then = clocks.whatIf(number, new Supposition(P1, hours(3)));

        assertThat(then).extracting(WhatIf::dueNow, WhatIf::dueThen).containsExactly(tuple(hours(16), hours(7)));
        assertThat(view(proposal).ledger()).hasSize(1);
    }

    @Test
    void what_if_asks_for_the_platform_of_a_matter_wherever_its_case_came_in() {
        ClockKey answer = new ClockKey(number, ClockName.PLATFORM_ANSWER, "7");
        clocks.start(answer, P3, NOON, "amy", "MATTER_OPENED");
        CaseTraits byWeb = new CaseTraits(P3.severity(), P3.category(), "WEB", P3.shop());

        assertThat(clocks.whatIf(number, new Supposition(byWeb, null)))
                .extracting(WhatIf::dueNow, WhatIf::dueThen).containsExactly(tuple(hours(48), hours(48)));
    }

    @Test
    void lists_leave_out_hidden_shops_and_keep_clocks_of_none() {
        String shop = "seen " + number;
        String other = "hidden " + number;
        clocks.start(settlement, new CaseTraits(Severity.P2, null, "JD", shop), NOON, "amy", "RECEIVED");
        clocks.start(proposal, new CaseTraits(Severity.P2, null, "JD", other), NOON, "amy", "RECEIVED");
        clocks.start(firstResponse, new CaseTraits(Severity.P2, null, "JD", null), NOON, "amy", "RECEIVED");
        List<String> hidden = List.of(other, "nobody's");

        assertThat(ours(BoardQuery.Shown.OPEN, null, hidden)).containsExactlyInAnyOrder(settlement, firstResponse);
        assertThat(ours(BoardQuery.Shown.OPEN, number, hidden)).containsExactly(settlement);
        assertThat(clocks.count(new BoardQuery(BoardQuery.Shown.OPEN, Set.of(), number, null, hidden, 0, 1), 9)).isOne();
        after(25);
        assertThat(ours(BoardQuery.Shown.OVERDUE, null, hidden)).containsExactlyInAnyOrder(settlement, firstResponse);
        clocks.stop(settlement, "amy", "SETTLED");
        clocks.stop(proposal, "amy", "PRESENTED");
        assertThat(ours(BoardQuery.Shown.MISSED, null, hidden)).containsExactlyInAnyOrder(settlement, firstResponse);
        assertThat(ours(BoardQuery.Shown.MISSED, number, List.of())).containsExactlyInAnyOrder(settlement, proposal);
    }

    private List<ClockKey> ours(BoardQuery.Shown shown, String shop, List<String> hidden) {
        return IntStream.iterate(0, page -> page + 1)
                .mapToObj(page -> clocks.board(new BoardQuery(shown, Set.of(), shop, null, hidden, page, 1_000)))
                .takeWhile(page -> !page.isEmpty()).flatMap(List::stream).map(listed -> listed.clock().key())
                .filter(key -> key.caseNumber().equals(number)).toList();
    }

    @Test
    void lists_show_open_overdue_waiting_and_missed_clocks() {
        String shop = "list " + number;
        CaseTraits here = new CaseTraits(Severity.P2, null, "JD", shop);
        clocks.start(settlement, here, NOON, "amy", "RECEIVED");
        clocks.start(proposal, here, NOON, "amy", "RECEIVED");
        after(25);

        assertThat(board(BoardQuery.Shown.OVERDUE, shop)).extracting(ClockRow::key, ClockRow::level)
                .containsExactly(tuple(proposal, AlarmLevel.BREACH_2), tuple(settlement, AlarmLevel.BREACH_1));
        clocks.pause(settlement, "amy", EVIDENCE);
        clocks.stop(proposal, "amy", "PRESENTED");
        assertThat(board(BoardQuery.Shown.WAITING, shop)).extracting(ClockRow::key).containsExactly(settlement);
        assertThat(board(BoardQuery.Shown.MISSED, shop)).extracting(ClockRow::key).containsExactly(proposal);
        assertThat(clocks.count(query(BoardQuery.Shown.MISSED, shop), 9)).isOne();
        assertThat(board(BoardQuery.Shown.OPEN, shop)).extracting(ClockRow::key).containsExactly(settlement);
        assertThat(board(BoardQuery.Shown.OVERDUE, shop)).isEmpty();
        assertThat(clocks.count(query(BoardQuery.Shown.OPEN, shop), 1)).isOne();
    }

    @Test
    void what_moves_in_a_transaction_is_told_once_at_its_end() {
        transaction.executeWithoutResult(status -> {
            clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
            clocks.start(proposal, P3, NOON, "amy", "RECEIVED");
            clocks.pause(settlement, "amy", EVIDENCE);
            assertThat(moved()).isZero();
        });

        assertThat(moved()).isOne();
    }

    @Test
    void what_was_rolled_back_never_was() {
        transaction.executeWithoutResult(status -> {
            clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
            status.setRollbackOnly();
        });

        assertThat(clocks.of(number)).isEmpty();
        assertThat(moved()).isZero();
    }

    @Test
    void a_person_whose_data_is_erased_is_in_no_ledger() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        clocks.pause(settlement, "amy", new PauseReason("EVIDENCE", "Mr Wang is in hospital"));
        after(1);
        clocks.resume(settlement, "amy", EVIDENCE, "Mr Wang is at home");
        clocks.stop(settlement, "amy", "Mr Wang is content");

        clocks.erase(List.of(number));

        assertThat(view(settlement).ledger()).extracting(LedgerLine::why, LedgerLine::detail).containsExactly(
                tuple("RECEIVED", null), tuple("EVIDENCE", null), tuple("ERASED", null), tuple("ERASED", null));
        assertThat(view(settlement).pauses()).extracting(ClockView.Pause::reason).containsExactly(EVIDENCE);
    }

    @Test
    void three_clocks_are_opened_with_one_look_and_three_writes() {
        List<String> statements = statements(() -> transaction.executeWithoutResult(status -> {
            clocks.start(firstResponse, P3, NOON, "amy", "RECEIVED");
            clocks.start(proposal, P3, NOON, "amy", "RECEIVED");
            clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
            models.nextReminder(number);
            models.nextEscalation(number);
        }));

        assertThat(statements).filteredOn(sql -> sql.contains("case_clock") && !sql.contains("update complaint")).hasSize(4);
    }

    @Test
    void models_ask_for_moments_no_earlier_than_the_alarm() {
        clocks.startUntil(settlement, P3, NOON.plusMillis(7), "amy", "RECEIVED");

        assertThat(models.nextReminder(number).toInstant()).isEqualTo(NOON.plusMillis(6));
        assertThat(models.nextEscalation(number).toInstant()).isEqualTo(NOON.plusMillis(7));
        assertThat(models.due(number, "SETTLEMENT", "").toInstant()).isEqualTo(NOON.plusMillis(7));
        assertThat(models.nextAlarm(number, "NEXT_RESPONSE", null).toInstant()).isEqualTo(ClockTimes.NEVER);
    }

    /** What Spring's JDBC support was asked to do; it says so in its log. */
    private static List<String> statements(Runnable work) {
        Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        Level before = log.getLevel();
        said.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(said);
        log.setAdditive(false);
        try {
            work.run();
        } finally {
            log.detachAppender(said);
            log.setLevel(before);
            log.setAdditive(true);
        }
        return said.list.stream().map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement")).toList();
    }

    private ClockView view(ClockKey key) {
        return clocks.view(key).orElseThrow();
    }

    private List<ClockRow> board(BoardQuery.Shown shown, String shop) {
        return clocks.board(query(shown, shop)).stream().map(ListedClock::clock).toList();
    }

    private static BoardQuery query(BoardQuery.Shown shown, String shop) {
        return new BoardQuery(shown, Set.of(), shop, null, List.of(), 0, 50);
    }

    private long moved() {
        return events.stream(ClocksMoved.class).filter(told -> told.caseNumber().equals(number)).count();
    }

    private static void after(int hours) {
        ClockUtil.setCurrentTime(Date.from(hours(hours)));
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private static Instant hours(double hours) {
        return NOON.plusMillis(Math.round(hours * 3_600_000));
    }
}
