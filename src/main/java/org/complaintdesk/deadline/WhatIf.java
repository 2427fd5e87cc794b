package org.complaintdesk.deadline;

import java.time.Instant;

/**
 * When a clock would be due.
 *
 * @param dueNow  as it is
 * @param dueThen as it would be
 * @param target  what it would allow, such as {@code PT24H}
 */
public record WhatIf(ClockKey clock, Instant dueNow, Instant dueThen, String target, String rule, String version,
        CalendarSheet calendar, boolean overdueThen) {
}
