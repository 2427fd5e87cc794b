package org.complaintdesk.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintdesk.deadline.calendar.DayKind;
import org.complaintdesk.deadline.calendar.Holiday;
import org.complaintdesk.deadline.calendar.HolidayYear;

/** A year as a wall calendar shows it: weeks from Monday to Sunday, the days of the holiday notice marked. */
record YearSheet(List<String> weekdays, List<MonthSheet> months) {

    private static final int DAYS = DayOfWeek.values().length;

    /** @param weeks each of seven days, null where a week reaches into another month */
    record MonthSheet(String name, List<List<Day>> weeks) {
    }

    /** @param note the holiday this day belongs to; null for a day like any other */
    record Day(int number, DayKind kind, String note, boolean weekend) {

        public boolean isOff() {
            return kind == DayKind.HOLIDAY;
        }

        public boolean isSwapped() {
            return kind == DayKind.SWAPPED_WORKDAY;
        }
    }

    /** @param published null for a year of which nothing is published yet */
    static YearSheet of(Year year, HolidayYear published, Locale language) {
        Map<LocalDate, Day> marked = published == null ? Map.of() : marked(published);
        List<String> weekdays = Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.NARROW, language)).toList();
        return new YearSheet(weekdays, Arrays.stream(Month.values()).map(month -> new MonthSheet(
                month.getDisplayName(TextStyle.SHORT_STANDALONE, language), weeks(year.atMonth(month).atDay(1), marked))).toList());
    }

    private static List<List<Day>> weeks(LocalDate first, Map<LocalDate, Day> marked) {
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate monday = first.with(WeekFields.ISO.dayOfWeek(), 1);
        for (LocalDate week = monday; !week.isAfter(first.withDayOfMonth(first.lengthOfMonth())); week = week.plusDays(DAYS)) {
            weeks.add(week.datesUntil(week.plusDays(DAYS))
                    .map(date -> date.getMonth() == first.getMonth() ? marked.getOrDefault(date, ordinary(date)) : null)
                    .collect(ArrayList::new, List::add, List::addAll));
        }
        return weeks;
    }

    private static Map<LocalDate, Day> marked(HolidayYear year) {
        Map<LocalDate, Day> days = new HashMap<>();
        for (Holiday holiday : year.holidays()) {
            holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(date -> days.put(date, day(date, DayKind.HOLIDAY, holiday)));
            holiday.workdays().forEach(date -> days.put(date, day(date, DayKind.SWAPPED_WORKDAY, holiday)));
        }
        return days;
    }

    private static Day day(LocalDate date, DayKind kind, Holiday holiday) {
        return new Day(date.getDayOfMonth(), kind, holiday.name(), isWeekend(date));
    }

    private static Day ordinary(LocalDate date) {
        return new Day(date.getDayOfMonth(), DayKind.ORDINARY, null, isWeekend(date));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
