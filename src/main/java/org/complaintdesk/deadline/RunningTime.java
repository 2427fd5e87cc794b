package org.complaintdesk.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.complaintdesk.deadline.calendar.BusinessCalendar;

/**
 * Measures the open time in which a clock runs, and the pauses, on one calendar.
 *
 * @param now the moment up to which a wait that lasts is counted
 */
record RunningTime(BusinessCalendar calendar, Instant started, List<Interruption> interruptions, Instant now) {

    /** @return the earliest moment at which it has run for that long */
    Instant whenPassed(Duration time) {
        Duration left = time;
        Instant from = started;
        for (Interruption interruption : interruptions) {
            Duration run = calendar.between(from, interruption.from());
            if (left.compareTo(run) <= 0) {
                break;
            }
            left = left.minus(run);
            from = interruption.end(now);
        }
        return calendar.add(from, left);
    }

    /** @return how long it has run up to then; zero before it starts */
    Duration passed(Instant until) {
        Duration passed = Duration.ZERO;
        Instant from = started;
        for (Interruption interruption : interruptions) {
            if (!interruption.from().isBefore(until)) {
                break;
            }
            passed = passed.plus(calendar.between(from, interruption.from()));
            from = interruption.end(now);
        }
        return from.isBefore(until) ? passed.plus(calendar.between(from, until)) : passed;
    }

    /**
     * Working days of a pause are not counted; a period that would end in a pause ends with the next working day.
     *
     * @return the end of so many working days
     */
    Instant endOfWorkingDay(int target) {
        int days = target;
        Instant due = calendar.endOfWorkingDay(started, days);
        for (Interruption interruption : interruptions) {
            if (!interruption.from().isBefore(due)) {
                break;
            }
            Instant end = interruption.end(now);
            days += calendar.workingDaysBetween(interruption.from(), end);
            due = calendar.endOfWorkingDay(started, days);
            for (int next = days + 1; !due.isAfter(end); next++) {
                due = calendar.endOfWorkingDay(started, next);
            }
        }
        return due;
    }
}
