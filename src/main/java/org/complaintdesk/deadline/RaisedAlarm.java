package org.complaintdesk.deadline;

import java.time.Instant;

/**
 * An alarm that was raised.
 *
 * @param run       how often the clock had been started by then, 1 at first; each run has its own alarms
 * @param moment    when it should have come
 * @param escalates whether the case goes before the next level, rather than people being reminded
 * @param covered   whether it was only noted, because the case stood at that level already or a higher alarm came with it
 */
public record RaisedAlarm(ClockKey clock, AlarmLevel level, int run, Instant moment, Instant raisedAt, Instant dueAt,
        boolean escalates, boolean covered) {
}
