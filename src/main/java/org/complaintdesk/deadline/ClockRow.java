package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.List;

/**
 * A clock in a list, as it stands now.
 *
 * @param stoppedAt null unless it is stopped
 * @param level     the highest level whose moment has gone by; null when there is none
 * @param waiting   what it waits for
 * @param provisional whether it was counted through a year whose holidays are not published
 */
public record ClockRow(ClockKey key, ClockState state, CaseTraits traits, Instant startedAt, Instant dueAt,
        Instant stoppedAt, boolean overdue, AlarmLevel level, OnBreach onBreach, String rule,
        List<ClockView.Wait> waiting, boolean provisional) {
}
