package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.complaintdesk.deadline.ClockCalendars.ALWAYS;
import static org.complaintdesk.deadline.ClockCalendars.DAYS;
import static org.complaintdesk.deadline.ClockCalendars.DESK;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseClockTests {

    private static final Instant MONDAY_NINE = DESK.at("11-23T09:00");

    private static CaseClock started(ClockCalendars calendar, String target) {
        return CaseClock.start("SETTLEMENT", calendar.terms(target), MONDAY_NINE, MONDAY_NINE, "amy", "a complaint came in");
    }

    private static Instant at(String text) {
        return DESK.at(text);
    }

    @Test
    void what_has_passed_and_what_is_left_make_up_what_is_allowed() {
        CaseClock clock = started(DESK, "PT4H").pause(at("11-23T11:00"), "amy", "photos asked for");

        assertThat(clock.elapsed(at("11-23T10:30"))).isEqualTo(Duration.ofMinutes(90));
        assertThat(clock.elapsed(at("11-25T17:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(clock.remaining(at("11-25T17:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(clock.resume(at("11-25T17:00"), "amy", "photos came").remaining(at("11-26T17:00")))
                .isEqualTo(Duration.ofHours(-6));
    }

    @Test
    void it_has_not_run_before_it_starts() {
        assertThat(started(DESK, "PT4H").elapsed(at("11-20T10:00"))).isZero();
    }

    @Test
    void while_it_waits_the_due_moment_moves_on() {
        CaseClock waiting = started(DESK, "PT4H").pause(at("11-23T11:00"), "amy", "photos asked for");

        assertThat(waiting.isWaiting()).isTrue();
        assertThat(waiting.dueAt(at("11-23T11:00"))).isEqualTo(at("11-23T14:00"));
        assertThat(waiting.dueAt(at("11-24T09:00"))).isEqualTo(at("11-24T11:00"));
        assertThat(waiting.overdue(at("11-24T09:00"))).isFalse();
        assertThat(waiting.alarmsAhead(at("11-24T09:00"))).isEmpty();
    }

    @Test
    void a_pause_after_the_due_moment_does_not_save_it() {
        CaseClock waiting = started(DESK, "PT1H").pause(at("11-23T11:00"), "amy", "photos asked for");

        assertThat(waiting.dueAt(at("11-24T11:00"))).isEqualTo(at("11-23T10:00"));
        assertThat(waiting.overdue(at("11-24T11:00"))).isTrue();
        assertThat(waiting.alarmsDue(at("11-24T11:00"), List.of())).isEmpty();
    }

    @Test
    void the_alarms_ahead_come_in_order() {
        assertThat(started(ALWAYS, "PT10H").alarmsAhead(MONDAY_NINE)).containsExactly(
                new Alarm(AlarmLevel.WARNING, at("11-23T17:00")), new Alarm(AlarmLevel.BREACH_1, at("11-23T19:00")),
                new Alarm(AlarmLevel.BREACH_2, at("11-24T00:00")), new Alarm(AlarmLevel.BREACH_3, at("11-24T05:00")));
    }

    @Test
    void an_alarm_that_an_outage_delayed_is_still_raised_once() {
        CaseClock clock = started(ALWAYS, "PT10H");

        assertThat(clock.alarmsDue(at("11-23T20:00"), List.of())).extracting(Alarm::level)
                .containsExactly(AlarmLevel.WARNING, AlarmLevel.BREACH_1);
        assertThat(clock.alarmsDue(at("11-23T20:00"), List.of(AlarmLevel.WARNING, AlarmLevel.BREACH_1))).isEmpty();
    }

    @Test
    void alarms_of_working_days_come_at_shares_of_their_hours() {
        CaseClock clock = CaseClock.start("REGULATOR", DAYS.terms("5WD"), DAYS.at("11-20T00:00"), DAYS.at("11-20T00:00"),
                "amy", "a regulator wrote");

        assertThat(clock.dueAt(at("11-20T00:00"))).isEqualTo(at("11-28T00:00"));
        assertThat(clock.allowed(at("11-20T00:00"))).isEqualTo(Duration.ofDays(6));
        assertThat(clock.alarmsAhead(at("11-20T00:00")).get(0).at()).isEqualTo(at("11-26T19:12"));
        assertThat(clock.alarmsAhead(at("11-20T00:00")).get(1).at()).isEqualTo(at("11-28T00:00"));
    }

    @Test
    void a_change_that_puts_it_behind_shows_in_its_level_but_raises_nothing() {
        Instant now = at("11-23T20:00");
        CaseClock clock = started(ALWAYS, "PT24H").change(ALWAYS.terms("PT7H"), now, "sue", "it is food");

        assertThat(clock.alarmsDue(now, List.of())).isEmpty();
        assertThat(clock.level(now)).contains(AlarmLevel.BREACH_2);
        assertThat(clock.alarmsAhead(now)).extracting(Alarm::level).containsExactly(AlarmLevel.BREACH_3);
        assertThat(clock.overdue(now)).isTrue();
    }

    @Test
    void what_if_is_asked_of_a_copy() {
        CaseClock clock = started(ALWAYS, "PT24H");

        assertThat(clock.change(ALWAYS.terms("PT2H"), at("11-23T10:00"), "sue", "what if").dueAt(at("11-23T10:00")))
                .isEqualTo(at("11-23T11:00"));
        assertThat(clock.dueAt(at("11-23T10:00"))).isEqualTo(at("11-24T09:00"));
    }

    @Test
    void done_at_the_due_moment_is_in_time_and_later_is_not() {
        Instant due = at("11-23T13:00");
        CaseClock clock = started(ALWAYS, "PT4H");

        assertThat(clock.stop(due, "amy", "settled").overdue(at("11-30T09:00"))).isFalse();
        assertThat(clock.stop(due.plusNanos(1), "amy", "settled").overdue(at("11-30T09:00"))).isTrue();
    }

    @Test
    void a_stopped_clock_stands_still() {
        CaseClock clock = started(ALWAYS, "PT4H").stop(at("11-23T10:00"), "amy", "settled");

        assertThat(clock.stopped()).contains(at("11-23T10:00"));
        assertThat(clock.elapsed(at("11-30T09:00"))).isEqualTo(Duration.ofHours(1));
        assertThat(clock.dueAt(at("11-30T09:00"))).isEqualTo(at("11-23T13:00"));
        assertThat(clock.level(at("11-30T09:00"))).isEmpty();
    }

    @Test
    void continued_it_has_what_was_left_and_afresh_the_whole() {
        CaseClock stopped = started(ALWAYS, "PT4H").stop(at("11-23T12:00"), "amy", "settled");

        assertThat(stopped.reopen(at("11-25T12:00"), Reopening.CONTINUED, "amy", "not satisfied").dueAt(at("11-25T12:00")))
                .isEqualTo(at("11-25T13:00"));
        CaseClock afresh = stopped.reopen(at("11-25T12:00"), Reopening.AFRESH, "amy", "not satisfied");
        assertThat(afresh.dueAt(at("11-25T12:00"))).isEqualTo(at("11-25T16:00"));
        assertThat(afresh.ledger()).extracting(LedgerEntry::what)
                .containsExactly(ClockChange.STARTED, ClockChange.STOPPED, ClockChange.REOPENED);
    }

    @Test
    void the_ledger_tells_the_whole_story() {
        CaseClock clock = started(DESK, "PT4H").pause(at("11-23T11:00"), "amy", "photos asked for")
                .resume(at("11-23T14:00"), "the customer", "photos came")
                .change(DESK.terms("PT2H"), at("11-23T15:00"), "sue", "severity P1")
                .stop(at("11-23T16:00"), "amy", "settled");

        assertThat(clock.ledger()).extracting(LedgerEntry::what, LedgerEntry::by, LedgerEntry::why, entry -> entry.terms().target())
                .containsExactly(
                        tuple(ClockChange.STARTED, "amy", "a complaint came in", Target.parse("PT4H")),
                        tuple(ClockChange.PAUSED, "amy", "photos asked for", Target.parse("PT4H")),
                        tuple(ClockChange.RESUMED, "the customer", "photos came", Target.parse("PT4H")),
                        tuple(ClockChange.TERMS_CHANGED, "sue", "severity P1", Target.parse("PT2H")),
                        tuple(ClockChange.STOPPED, "amy", "settled", Target.parse("PT2H")));
    }

    @Test
    void a_pause_is_put_right_with_who_and_why() {
        CaseClock clock = started(DESK, "PT4H").pause(at("11-23T11:00"), "amy", "photos asked for")
                .resume(at("11-23T14:00"), "amy", "photos came");
        CaseClock corrected = clock.correct(clock.pauses().get(0), at("11-23T11:00"), at("11-23T13:30"), at("11-24T09:00"),
                "sue", "they came earlier");

        assertThat(clock.dueAt(at("11-24T09:00"))).isEqualTo(at("11-23T16:00"));
        assertThat(corrected.dueAt(at("11-24T09:00"))).isEqualTo(at("11-23T15:30"));
        assertThat(corrected.ledger().get(3).recorded()).isEqualTo(at("11-24T09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> corrected.correct(clock.pauses().get(0), MONDAY_NINE,
                MONDAY_NINE, at("11-24T09:00"), "sue", "again"));
    }

    @Test
    void it_refuses_what_does_not_fit_its_state() {
        CaseClock running = started(DESK, "PT4H");
        CaseClock waiting = running.pause(at("11-23T11:00"), "amy", "photos asked for");
        CaseClock stopped = waiting.stop(at("11-23T12:00"), "amy", "settled");

        assertThatIllegalStateException().isThrownBy(() -> running.resume(at("11-23T11:00"), "amy", "x"))
                .withMessage("The clock SETTLEMENT cannot go on: it runs");
        assertThatIllegalStateException().isThrownBy(() -> waiting.pause(at("11-23T11:30"), "amy", "x"));
        assertThatIllegalStateException().isThrownBy(() -> stopped.pause(at("11-23T13:30"), "amy", "x"));
        assertThatIllegalStateException().isThrownBy(() -> stopped.stop(at("11-23T13:30"), "amy", "x"));
        assertThatIllegalStateException().isThrownBy(() -> running.reopen(at("11-23T13:30"), Reopening.AFRESH, "amy", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> running.pause(at("11-23T08:00"), "amy", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> waiting.resume(at("11-23T10:00"), "amy", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> running.pause(at("11-23T11:00"), "amy", " "));
    }

    @Test
    void years_whose_holidays_are_not_published_make_it_provisional() {
        Instant december = DAYS.at("12-28T10:00");
        CaseClock clock = CaseClock.start("REGULATOR", DAYS.terms("7WD"), december, december, "amy", "a regulator wrote");

        assertThat(clock.unpublishedYears(december)).containsExactly(2027);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "0WD", "P4000D", "4000WD", "soon", "24"})
    void a_target_is_positive_and_not_absurd(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse(text));
    }

    @Test
    void shares_of_alarms_rise_and_stand_on_their_side_of_the_due_moment() {
        assertThatIllegalArgumentException().isThrownBy(() -> shares("1", "1", "2"));
        assertThatIllegalArgumentException().isThrownBy(() -> shares("0.8", "0.9", "2"));
        assertThatIllegalArgumentException().isThrownBy(() -> shares("0.8", "2", "1.5"));
        assertThatIllegalArgumentException().isThrownBy(() -> shares("0", "1", "2"));
        assertThat(shares("0.5", "1", "1.25").shares()).hasSize(3);
    }

    private static AlarmShares shares(String warning, String first, String second) {
        return new AlarmShares(Map.of(AlarmLevel.WARNING, new BigDecimal(warning), AlarmLevel.BREACH_1, new BigDecimal(first),
                AlarmLevel.BREACH_2, new BigDecimal(second)));
    }
}
