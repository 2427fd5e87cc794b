package org.complaintdesk.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.complaintdesk.deadline.AlarmLevel;
import org.complaintdesk.deadline.CalendarSheet;
import org.complaintdesk.deadline.ClockChange;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.LedgerLine;
import org.complaintdesk.deadline.OnBreach;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.deadline.RaisedAlarm;

/**
 * One clock of a case as the API shows it, with the reason for every time. Durations are ISO-8601, of time the calendar
 * counts.
 *
 * @param subject          what it is about where a case has several of a name
 * @param dueAt            while it waits, as if it went on now
 * @param dueSet           whether a person set the due moment, so that the target does not count
 * @param remaining        negative when overdue
 * @param overdue          whether the due moment has gone by, or had when it was stopped
 * @param level            the highest level whose moment has gone by
 * @param target           such as PT24H or 7WD
 * @param rule             the line of the decision table service-level
 * @param provisionalYears years whose holidays are not published, so that it may still move
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ClockSheet(ClockName name, String subject, ClockState state, Instant startedAt, Instant stoppedAt, Instant dueAt,
                  boolean dueSet, Duration allowed, Duration elapsed, Duration remaining, boolean overdue, AlarmLevel level,
                  OnBreach onBreach, String target, String rule, String version, ClockCalendar calendar, List<ClockWait> waiting,
                  SortedSet<Integer> provisionalYears, List<ClockLine> ledger, List<ClockAlarm> alarms) {

    /** What it waits for, who said so, and since when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockWait(String why, String detail, String by, Instant since) {
    }

    /**
     * @param at       when it took effect
     * @param recorded when it was written down
     * @param dueAt    what was due as it was seen then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockLine(ClockChange what, Instant at, Instant recorded, String by, String why, String detail, String rule,
                String version, String target, ClockCalendar calendar, Instant dueAt) {
    }

    /** @param hours such as {@code MON-SUN 09:00-12:00}, or {@code always} */
    record ClockCalendar(String name, String zone, String hours, boolean holidays) {
    }

    /**
     * @param moment  when it should have come
     * @param covered whether it was only noted, because the case stood there already
     */
    record ClockAlarm(AlarmLevel level, Instant moment, Instant raisedAt, boolean escalates, boolean covered) {
    }

    static ClockSheet of(ClockView clock) {
        return new ClockSheet(clock.name(), clock.key().subject(), clock.state(), clock.startedAt(), clock.stoppedAt(),
                clock.dueAt(), clock.dueSet(), clock.allowed(), clock.elapsed(), clock.remaining(), clock.overdue(),
                clock.level(), clock.onBreach(), clock.target(), clock.rule(), clock.version(), calendar(clock.calendar()),
                clock.waiting().stream().map(ClockSheet::waiting).toList(), clock.provisionalYears(),
                clock.ledger().stream().map(ClockSheet::line).toList(), clock.alarms().stream().map(ClockSheet::raised).toList());
    }

    private static ClockWait waiting(ClockView.Wait wait) {
        PauseReason reason = wait.reason();
        return new ClockWait(reason.word(), reason.detail(), wait.by(), wait.since());
    }

    private static ClockLine line(LedgerLine line) {
        return new ClockLine(line.what(), line.at(), line.recorded(), line.by(), line.why(), line.detail(), line.rule(),
                line.version(), line.target(), calendar(line.calendar()), line.dueAt());
    }

    private static ClockCalendar calendar(CalendarSheet kept) {
        return new ClockCalendar(kept.name(), kept.zone().getId(), kept.hours(), kept.holidays());
    }

    private static ClockAlarm raised(RaisedAlarm alarm) {
        return new ClockAlarm(alarm.level(), alarm.moment(), alarm.raisedAt(), alarm.escalates(), alarm.covered());
    }
}
