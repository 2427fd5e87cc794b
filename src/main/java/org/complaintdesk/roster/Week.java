package org.complaintdesk.roster;

import java.time.DateTimeException;
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

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;

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

    /** @throws DateTimeException when it is no day of a year of four digits, such as calendars and clocks can count from */
    static LocalDate date(String typed) {
        LocalDate day = LocalDate.parse(typed.strip());
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("No day of our time: " + typed);
        }
        return day;
    }
}
