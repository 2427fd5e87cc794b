package org.complaintdesk.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.complaintdesk.deadline.calendar.BusinessCalendar;

/**
 * Measures running time: open time of a calendar without the pauses.
 *
 * @param from   nothing before it counts
 * @param pauses not overlapping
 */
record ClockTime(BusinessCalendar calendar, Instant from, List<Pause> pauses) {

    /** @param to null while it lasts */
    record Pause(Instant from, Instant to) {
    }

    Duration between(Instant begin, Instant end) {
        Instant start = later(begin, from);
        if (!start.isBefore(end)) {
            return Duration.ZERO;
        }
        Duration paused = pauses.stream().map(pause -> overlap(pause, start, end)).reduce(Duration.ZERO, Duration::plus);
        return calendar.between(start, end).minus(paused);
    }

    private Duration overlap(Pause pause, Instant start, Instant end) {
        Instant begin = later(pause.from(), start);
        Instant stop = pause.to() == null || pause.to().isAfter(end) ? end : pause.to();
        return begin.isBefore(stop) ? calendar.between(begin, stop) : Duration.ZERO;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
