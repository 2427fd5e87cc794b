package org.complaintdesk.platform;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours of the day in which nobody is disturbed without need; they may include midnight.
 *
 * @param from  first moment
 * @param until first moment after; equal to the first one when there are no quiet hours
 */
public record QuietHours(LocalTime from, LocalTime until) {

    private static final String NONE = "off";

    /** @param text {@code 22:00-08:00}, or {@code off} */
    public static QuietHours valueOf(String text) {
        if (NONE.equalsIgnoreCase(text.strip())) {
            return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        String[] ends = text.split("-");
        if (ends.length != 2) {
            throw new IllegalArgumentException("Quiet hours are written as 22:00-08:00 or off, not as " + text);
        }
        return new QuietHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
    }

    /** @return when the quiet hours this moment lies in end; empty when it lies in none */
    public Optional<Instant> endAfter(Instant moment, ZoneId zone) {
        ZonedDateTime now = moment.atZone(zone);
        if (!holds(now.toLocalTime())) {
            return Optional.empty();
        }
        ZonedDateTime end = now.with(until);
        return Optional.of((end.isAfter(now) ? end : end.plusDays(1)).toInstant());
    }

    /** @return when the quiet hours this moment lies in began; empty when it lies in none */
    public Optional<Instant> beginBefore(Instant moment, ZoneId zone) {
        ZonedDateTime now = moment.atZone(zone);
        if (!holds(now.toLocalTime())) {
            return Optional.empty();
        }
        ZonedDateTime begin = now.with(from);
        return Optional.of((begin.isAfter(now) ? begin.minusDays(1) : begin).toInstant());
    }

    private boolean holds(LocalTime time) {
        boolean sinceFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isAfter(until) ? sinceFrom || beforeUntil : sinceFrom && beforeUntil;
    }
}
