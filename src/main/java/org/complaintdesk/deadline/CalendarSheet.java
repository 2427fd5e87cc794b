package org.complaintdesk.deadline;

import java.time.ZoneId;

/**
 * A calendar as people read it.
 *
 * @param name     as the table names it; label {@code calendar.*} in the message bundles for those that come with the desk
 * @param hours    such as {@code MON-SUN 09:00-12:00 13:00-21:00}, or {@code always}
 * @param holidays whether it keeps the Chinese holidays
 */
public record CalendarSheet(String name, ZoneId zone, String hours, boolean holidays) {
}
