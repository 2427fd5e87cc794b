package org.complaintdesk.deadline;

import java.time.Instant;
import org.complaintdesk.deadline.calendar.HolidayYear;

/**
 * The holidays of a year, and where they are known from.
 *
 * @param by who published it here; null for what files hold
 * @param at when; null likewise
 */
public record KnownYear(HolidayYear year, HolidaySource source, String by, Instant at) {
}
