package org.complaintdesk.deadline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Open time within one day, by the clock on the wall. A window over midnight is written as two.
 *
 * @param from the first open moment
 * @param to the first closed moment; 00:00 is the end of the day
 */
public record Window(LocalTime from, LocalTime to) {

    static final Window WHOLE_DAY = new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** @throws IllegalArgumentException when it ends before it begins, or at once */
    public Window {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("The window " + from + "-" + to
                    + " ends before it begins; over midnight write two, such as 22:00-24:00 and 00:00-02:00");
        }
    }

    /**
     * @param text such as {@code 09:00-12:00} or {@code 18:00-24:00}
     * @throws IllegalArgumentException when it is not written like that
     */
    public static Window parse(String text) {
        String[] ends = text.strip().split("-");
        try {
            if (ends.length == 2) {
                return new Window(LocalTime.parse(ends[0]),
                        ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(malformed(text), e);
        }
        throw new IllegalArgumentException(malformed(text));
    }

    boolean endsBy(Window next) {
        return !to.equals(LocalTime.MIDNIGHT) && !to.isAfter(next.from);
    }

    /** The part of this window that falls on the given date, offset and time; null when there is none. */
    Span within(LocalDate date, ZoneOffset offset, Span limits) {
        Instant opens = date.atTime(from).toInstant(offset);
        LocalDate lastDate = to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        return limits.overlap(opens, lastDate.atTime(to).toInstant(offset));
    }

    private static String malformed(String text) {
        return "Write a window such as 09:00-12:00, not " + text;
    }

    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString());
    }
}
