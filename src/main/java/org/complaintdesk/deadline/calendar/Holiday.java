package org.complaintdesk.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.complaintdesk.deadline.calendar.HolidayMistake.Kind;

/**
 * One holiday of a notice, with the workdays that pay for it.
 *
 * @param to the last day off
 * @param days the number of days off as the notice states it, against slips of the pen
 * @param workdays the Saturdays and Sundays on which people work instead
 */
public record Holiday(String name, LocalDate from, LocalDate to, int days, List<LocalDate> workdays) {

    /** @throws HolidayMistake when something is missing, or the figures contradict each other */
    public Holiday {
        if (name == null || name.isBlank() || from == null || to == null) {
            throw new HolidayMistake(Kind.HOLIDAY_INCOMPLETE,
                    "A holiday needs a name, from and to: " + name + ", " + from + ", " + to, name == null ? "–" : name);
        }
        if (ChronoUnit.DAYS.between(from, to) + 1 != days) {
            throw new HolidayMistake(Kind.DAYS_DIFFER, name + " from " + from + " to " + to + " is not " + days + " days",
                    name, from, to, days);
        }
        workdays = workdays == null ? List.of() : List.copyOf(workdays);
        for (LocalDate workday : workdays) {
            if (workday.getDayOfWeek() != DayOfWeek.SATURDAY && workday.getDayOfWeek() != DayOfWeek.SUNDAY) {
                throw new HolidayMistake(Kind.NO_WEEKEND,
                        name + ": " + workday + " is a workday anyway, it cannot be swapped", name, workday);
            }
        }
    }

    List<LocalDate> daysOff() {
        return from.datesUntil(to.plusDays(1)).toList();
    }
}
