package org.complaintdesk.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One holiday of a notice, with the workdays that pay for it.
 *
 * @param to the last day off
 * @param days the number of days off as the notice states it, against slips of the pen
 * @param workdays the Saturdays and Sundays on which people work instead
 */
public record Holiday(String name, LocalDate from, LocalDate to, int days, List<LocalDate> workdays) {

    /** @throws IllegalArgumentException when something is missing, or the figures contradict each other */
    public Holiday {
        if (name == null || name.isBlank() || from == null || to == null) {
            throw new IllegalArgumentException(
                    "A holiday needs a name, from and to: " + name + ", " + from + ", " + to);
        }
        if (ChronoUnit.DAYS.between(from, to) + 1 != days) {
            throw new IllegalArgumentException(name + " from " + from + " to " + to + " is not " + days + " days");
        }
        workdays = workdays == null ? List.of() : List.copyOf(workdays);
        for (LocalDate workday : workdays) {
            if (workday.getDayOfWeek() != DayOfWeek.SATURDAY && workday.getDayOfWeek() != DayOfWeek.SUNDAY) {
                throw new IllegalArgumentException(
                        name + ": " + workday + " is a workday anyway, it cannot be swapped");
            }
        }
    }

    List<LocalDate> daysOff() {
        return from.datesUntil(to.plusDays(1)).toList();
    }
}
