package org.complaintdesk.deadline;

import java.time.Instant;

/**
 * One line of a clock's story; lines are only ever added.
 *
 * @param at       when it took effect
 * @param recorded when it was written down
 * @param by       a person's user id, or {@code system}
 * @param why      a word in capitals (a key of the message bundles) or a person's own words
 * @param detail   what exactly, for a pause; may be null
 * @param rule     where the target came from, as the table says it
 * @param version  the table's version and the day it was deployed, such as {@code 3 · 2026-11-22}
 * @param target   such as {@code PT24H} or {@code 7WD}; as a duration from the start where a person set the due moment
 * @param dueAt    what was due as it was seen then
 */
public record LedgerLine(ClockChange what, Instant at, Instant recorded, String by, String why, String detail,
        String rule, String version, String target, CalendarSheet calendar, Instant dueAt) {
}
