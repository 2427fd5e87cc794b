package org.complaintdesk.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A calendar as a list of half-minutes that are open or not, looked up on the wall clock one by one. It shares no code
 * with the desk's own calendars, and knows the holidays of 2026 from the notice (国办发明电〔2025〕7号) itself.
 */
enum PlainCalendar {
    ALWAYS("Asia/Shanghai", true, false, 0, 24),
    SERVICE("Asia/Shanghai", true, false, 9, 12, 13, 21),
    SERVICE_HOURS("Asia/Shanghai", true, false, 9, 21),
    OFFICE("Asia/Shanghai", false, true, 9, 12, 13, 18),
    DAYS("Asia/Shanghai", false, true, 0, 24),
    NEW_YORK("America/New_York", true, false, 8, 20),
    BERLIN_ALWAYS("Europe/Berlin", true, false, 0, 24);

    /** Half-minutes are counted from here. */
    static final Instant BEGIN = Instant.parse("2025-12-31T00:00:00Z");
    static final int MILLIS = 30_000;
    /** The year and what is still to come of its cases. */
    static final int TICKS = 2 * 60 * 24 * (366 + 240);

    private static final Set<LocalDate> OFF = Stream.of(days("01-01", 3), days("02-15", 9), days("04-04", 3),
            days("05-01", 5), days("06-19", 3), days("09-25", 3), days("10-01", 7)).flatMap(List::stream).collect(Collectors.toSet());
    private static final Set<LocalDate> SWAPPED = Stream.of("01-04", "02-14", "02-28", "05-09", "09-20", "10-10")
            .map(day -> LocalDate.parse("2026-" + day)).collect(Collectors.toSet());

    final ZoneId zone;
    private final boolean weekends;
    private final boolean holidays;
    private final int[] hours;
    private boolean[] open;

    PlainCalendar(String zone, boolean weekends, boolean holidays, int... hours) {
        this.zone = ZoneId.of(zone);
        this.weekends = weekends;
        this.holidays = holidays;
        this.hours = hours;
    }

    boolean isOpen(int tick) {
        if (open == null) {
            open = new boolean[TICKS];
            for (int t = 0; t < TICKS; t++) {
                ZonedDateTime wall = moment(t).atZone(zone);
                open[t] = isWorked(wall.toLocalDate()) && isWithinHours(wall.getHour());
            }
        }
        return open[tick];
    }

    private boolean isWithinHours(int hour) {
        return IntStream.range(0, hours.length / 2).anyMatch(i -> hours[2 * i] <= hour && hour < hours[2 * i + 1]);
    }

    boolean isWorked(LocalDate day) {
        if (holidays && SWAPPED.contains(day)) {
            return true;
        }
        if (holidays && OFF.contains(day)) {
            return false;
        }
        return weekends || day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    LocalDate dateOf(int tick) {
        return moment(tick).atZone(zone).toLocalDate();
    }

    /** Where the last open half-minute of a day ends. */
    int closingOf(LocalDate day) {
        int tick = (int) ((day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli() - BEGIN.toEpochMilli()) / MILLIS);
        while (!isOpen(tick - 1)) {
            tick--;
        }
        return tick;
    }

    static Instant moment(int tick) {
        return BEGIN.plusMillis((long) tick * MILLIS);
    }

    private static List<LocalDate> days(String first, int count) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(LocalDate.parse("2026-" + first).plusDays(i));
        }
        return days;
    }
}
