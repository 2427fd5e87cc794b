package org.complaintdesk.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.complaintdesk.platform.Wording;

/**
 * The seven days that a page shows.
 *
 * @param monday the first of them
 */
record Week(LocalDate monday, ZoneId zone) {

    private static final int DAYS = 7;

    static Week of(LocalDate anyDay, ZoneId zone) {
        return new Week(anyDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
    }

    /** A day as it heads its column. */
    record Day(LocalDate date, String name, String shown, boolean today) {
    }

    List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
    }

    List<Day> shown(LocalDate today, Wording wording) {
        DateTimeFormatter date = DateTimeFormatter.ofPattern(wording.text("roster.day"), wording.locale());
        return days().stream().map(day -> new Day(day, day.getDayOfWeek().getDisplayName(TextStyle.SHORT, wording.locale()),
                date.format(day), day.equals(today))).toList();
    }

    public LocalDate previous() {
        return monday.minusDays(DAYS);
    }

    public LocalDate next() {
        return monday.plusDays(DAYS);
    }

    Instant begin() {
        return monday.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return next().atStartOfDay(zone).toInstant();
    }
}
