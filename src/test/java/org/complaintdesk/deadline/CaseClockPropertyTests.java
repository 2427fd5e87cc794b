package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintdesk.deadline.calendar.BusinessCalendar;

/** What is true of every clock, whatever its calendar, target and pauses. */
class CaseClockPropertyTests {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int YEAR = 365 * 24 * 60;
    private static final int MONTH = 30 * 24 * 60;
    private static final Rule RULE = new Rule("test", "2026-11-01");

    @Property
    void at_the_due_moment_exactly_the_target_has_passed(@ForAll("running") CaseClock clock, @ForAll("gaps") Duration later) {
        Instant now = end(clock).plus(later);

        assertThat(clock.elapsed(clock.dueAt(now))).isEqualTo(clock.allowed(now));
        assertThat(clock.elapsed(now).plus(clock.remaining(now))).isEqualTo(clock.allowed(now));
    }

    @Property
    void what_has_passed_never_shrinks_and_never_runs_faster_than_time(@ForAll("clocks") CaseClock clock,
            @ForAll("gaps") Duration one, @ForAll("gaps") Duration other) {
        Instant now = clock.started().plus(one);
        Duration passed = clock.elapsed(now.plus(other)).minus(clock.elapsed(now));

        assertThat(passed).isBetween(Duration.ZERO, other);
    }

    @Property
    void it_agrees_with_counting_open_minutes_outside_the_pauses(@ForAll("clocks") CaseClock clock, @ForAll("gaps") Duration later) {
        Instant now = clock.started().plus(later);
        BusinessCalendar calendar = clock.terms().calendar();
        long minutes = 0;
        for (Instant minute = clock.started(); minute.isBefore(now); minute = minute.plusSeconds(60)) {
            Instant counted = minute;
            boolean interrupted = clock.interruptions().stream()
                    .anyMatch(pause -> !counted.isBefore(pause.from()) && (pause.lasts() || counted.isBefore(pause.to())));
            minutes += !interrupted && calendar.isOpen(minute) ? 1 : 0;
        }

        assertThat(clock.elapsed(now)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Property
    void a_pause_never_makes_it_due_earlier(@ForAll("running") CaseClock clock, @ForAll("gaps") Duration gap,
            @ForAll("gaps") Duration length) {
        Instant from = end(clock).plus(gap);
        Instant to = from.plus(length);

        assertThat(clock.pause(from, "amy", "test").resume(to, "amy", "test").dueAt(to)).isAfterOrEqualTo(clock.dueAt(to));
    }

    @Property
    void a_pause_takes_nothing_but_its_own_open_time(@ForAll("running") CaseClock clock, @ForAll("gaps") Duration gap,
            @ForAll("gaps") Duration length, @ForAll("gaps") Duration later) {
        Instant from = end(clock).plus(gap);
        Instant to = from.plus(length);
        Instant now = to.plus(later);

        assertThat(clock.pause(from, "amy", "test").resume(to, "amy", "test").elapsed(now))
                .isEqualTo(clock.elapsed(now).minus(clock.terms().calendar().between(from, to)));
    }

    @Property
    void a_pause_cut_in_two_is_the_same_pause(@ForAll("running") CaseClock clock, @ForAll("gaps") Duration gap,
            @ForAll("gaps") Duration one, @ForAll("gaps") Duration other) {
        Instant from = end(clock).plus(gap);
        Instant middle = from.plus(one);
        Instant to = middle.plus(other);
        CaseClock whole = clock.pause(from, "amy", "test").resume(to, "amy", "test");
        CaseClock cut = clock.pause(from, "amy", "test").resume(middle, "amy", "test").pause(middle, "amy", "test")
                .resume(to, "amy", "test");

        assertThat(cut.dueAt(to)).isEqualTo(whole.dueAt(to));
        assertThat(cut.elapsed(to.plus(one))).isEqualTo(whole.elapsed(to.plus(one)));
    }

    @Property
    void while_it_waits_it_is_due_as_if_it_went_on_now(@ForAll("waiting") CaseClock clock, @ForAll("gaps") Duration later) {
        Instant now = end(clock).plus(later);

        assertThat(clock.dueAt(now)).isEqualTo(clock.resume(now, "amy", "test").dueAt(now));
    }

    @Property
    void waiting_never_makes_it_overdue(@ForAll("waiting") CaseClock clock, @ForAll("gaps") Duration later) {
        Assume.that(!clock.overdue(end(clock)));

        assertThat(clock.overdue(end(clock).plus(later))).isEqualTo(
                clock.dueAt(end(clock)).equals(end(clock)) && !later.isZero());
    }

    @Property
    void changed_and_changed_back_it_is_due_as_before(@ForAll("clocks") CaseClock clock, @ForAll("terms") Terms other,
            @ForAll("gaps") Duration later) {
        Instant now = end(clock).plus(later);
        CaseClock back = clock.change(other, now, "sue", "test").change(clock.terms(), now, "sue", "test");

        assertThat(back.dueAt(now)).isEqualTo(clock.dueAt(now));
        assertThat(back.interruptions()).isEqualTo(clock.interruptions());
    }

    @Property
    void whatever_happens_no_alarm_is_for_the_past_at_that_moment(@ForAll("clocks") CaseClock clock,
            @ForAll("terms") Terms other, @ForAll("gaps") Duration later) {
        Instant now = end(clock).plus(later);
        CaseClock stopped = clock.isStopped() ? clock : clock.stop(now, "amy", "test");

        assertThat(List.of(CaseClock.start("late", other, clock.started(), now, "amy", "test"),
                clock.change(other, now, "sue", "test"), stopped.reopen(now, Reopening.AFRESH, "amy", "test"),
                stopped.reopen(now, Reopening.CONTINUED, "amy", "test"), stopped))
                .allSatisfy(changed -> assertThat(changed.alarmsDue(now, List.of())).isEmpty());
    }

    @Property
    void alarms_ahead_rise_and_lie_in_open_time(@ForAll("running") CaseClock clock, @ForAll("gaps") Duration later) {
        Instant now = clock.started().plus(later);
        List<Alarm> ahead = clock.alarmsAhead(now);

        assertThat(ahead).extracting(Alarm::at).isSorted().allSatisfy(at -> {
            assertThat(at).isAfter(now).isAfter(clock.watchedFrom());
            assertThat(clock.terms().calendar().isOpen(at.minusNanos(1))).isTrue();
        });
        assertThat(ahead).extracting(Alarm::level).isSorted();
    }

    @Property
    void no_working_days_end_in_a_pause(@ForAll("clocks") CaseClock clock, @ForAll("gaps") Duration later) {
        Assume.that(clock.terms().target() instanceof Target.WorkingDays);
        Instant due = clock.dueAt(end(clock).plus(later));

        assertThat(clock.pauses()).filteredOn(pause -> !pause.lasts())
                .noneMatch(pause -> pause.from().isBefore(due) && !due.isAfter(pause.to()));
    }

    /** The last moment that is known of the clock. */
    private static Instant end(CaseClock clock) {
        return clock.ledger().get(clock.ledger().size() - 1).at();
    }

    @Provide
    Arbitrary<Duration> gaps() {
        return Arbitraries.oneOf(minutes(0, 600), minutes(0, MONTH / 3));
    }

    @Provide
    Arbitrary<Terms> terms() {
        Arbitrary<Target> targets = Arbitraries.oneOf(minutes(1, 60 * 60).map(Target.OpenTime::new),
                Arbitraries.integers().between(1, 10).map(Target.WorkingDays::new));
        return Combinators.combine(targets, Arbitraries.of(ClockCalendars.all()))
                .as((target, calendar) -> new Terms(RULE, target, calendar, ClockCalendars.USUAL)).withoutEdgeCases();
    }

    /** After up to three pauses. */
    @Provide
    Arbitrary<CaseClock> running() {
        return Combinators.combine(terms(), minutes(0, YEAR), gaps().list().ofMaxSize(6)).as((terms, start, gaps) -> {
            Instant at = FIRST.plus(start);
            CaseClock clock = CaseClock.start("test", terms, at, at, "amy", "test");
            for (Duration gap : gaps) {
                at = at.plus(gap);
                clock = clock.isRunning() ? clock.pause(at, "amy", "test") : clock.resume(at, "amy", "test");
            }
            return clock.isRunning() ? clock : clock.resume(at, "amy", "test");
        }).withoutEdgeCases();
    }

    @Provide
    Arbitrary<CaseClock> waiting() {
        return Combinators.combine(running(), gaps())
                .as((clock, gap) -> clock.pause(end(clock).plus(gap), "amy", "test")).withoutEdgeCases();
    }

    /** Running, waiting or stopped. */
    @Provide
    Arbitrary<CaseClock> clocks() {
        Arbitrary<CaseClock> stopped = Combinators.combine(Arbitraries.oneOf(running(), waiting()), gaps())
                .as((clock, gap) -> clock.stop(end(clock).plus(gap), "amy", "test"));
        return Arbitraries.oneOf(running(), waiting(), stopped).withoutEdgeCases();
    }

    private static Arbitrary<Duration> minutes(int from, int to) {
        return Arbitraries.integers().between(from, to).map(Duration::ofMinutes);
    }
}
