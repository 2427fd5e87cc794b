package org.complaintdesk.deadline;

import java.time.Duration;

/**
 * A clock in a list of those of many cases. Steps of a flow, which ask for {@link ClockRow} all the time, do not need more.
 *
 * @param remaining on its calendar; negative when overdue by that much, once stopped what it was then
 */
public record ListedClock(ClockRow clock, Duration remaining, CalendarSheet calendar) {
}
