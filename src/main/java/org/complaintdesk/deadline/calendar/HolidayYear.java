package org.complaintdesk.deadline.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintdesk.deadline.calendar.HolidayMistake.Kind;

/**
 * The holidays and swapped workdays that fall into one year. A day that a notice sets in the year before belongs to the
 * file of that year.
 *
 * @param notice title and number of the notice it is taken from
 * @param published the date of the notice
 */
public record HolidayYear(int year, String notice, LocalDate published, List<Holiday> holidays) {

    /** @throws HolidayMistake when a date is of another year, or a day is named twice */
    public HolidayYear {
        if (notice == null || notice.isBlank() || published == null || holidays == null || holidays.isEmpty()) {
            throw new HolidayMistake(Kind.YEAR_INCOMPLETE, "The holidays of " + year + " need notice, published and holidays", year);
        }
        holidays = List.copyOf(holidays);
        kinds(year, holidays);
    }

    Map<LocalDate, DayKind> days() {
        return kinds(year, holidays);
    }

    private static Map<LocalDate, DayKind> kinds(int year, List<Holiday> holidays) {
        TreeMap<LocalDate, DayKind> days = new TreeMap<>();
        for (Holiday holiday : holidays) {
            holiday.daysOff().forEach(day -> put(days, year, holiday, day, DayKind.HOLIDAY));
            holiday.workdays().forEach(day -> put(days, year, holiday, day, DayKind.SWAPPED_WORKDAY));
        }
        return Collections.unmodifiableMap(days);
    }

    private static void put(Map<LocalDate, DayKind> days, int year, Holiday holiday, LocalDate day, DayKind kind) {
        if (day.getYear() != year) {
            throw new HolidayMistake(Kind.OUTSIDE_YEAR, holiday.name() + ": " + day + " is not in " + year, holiday.name(), day, year);
        }
        if (days.put(day, kind) != null) {
            throw new HolidayMistake(Kind.NAMED_TWICE, holiday.name() + ": " + day + " is named twice in " + year, holiday.name(), day);
        }
    }
}
