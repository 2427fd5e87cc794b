package org.complaintdesk.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * A clock as it stands now. While it waits, its due moment moves on with the time; once stopped, it is what it was then.
 *
 * @param stoppedAt null unless it is stopped
 * @param allowed   the time it allows on its calendar
 * @param remaining negative when overdue by that much
 * @param level     the highest level whose moment has gone by, alarm or not; null when there is none
 * @param dueSet    whether a person entered or promised the due moment; the table's target does not count then
 * @param waiting   the reasons it waits for, the oldest first; none unless it waits
 * @param pauses    every wait since it was last started afresh
 * @param provisionalYears years it was counted through whose holidays are not published; it may still move
 */
public record ClockView(ClockKey key, ClockState state, int run, Instant startedAt, Instant stoppedAt, Instant dueAt,
        boolean dueSet, Duration allowed, Duration elapsed, Duration remaining, boolean overdue, AlarmLevel level,
        String target, String rule, String version, CalendarSheet calendar, OnBreach onBreach, List<Wait> waiting,
        List<Pause> pauses, SortedSet<Integer> provisionalYears, List<LedgerLine> ledger, List<RaisedAlarm> alarms) {

    /** @param by who made it wait, a user id or {@code system} */
    public record Wait(PauseReason reason, String by, Instant since) {
    }

    /** @param to null while it lasts */
    public record Pause(PauseReason reason, String by, Instant from, Instant to) {
    }

    public ClockName name() {
        return key.name();
    }

    public boolean isWaiting() {
        return state == ClockState.WAITING;
    }
}
