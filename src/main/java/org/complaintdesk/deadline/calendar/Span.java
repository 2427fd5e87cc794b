package org.complaintdesk.deadline.calendar;

import java.time.Duration;
import java.time.Instant;

/** Time from one moment up to, but not including, another. */
record Span(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }

    /** @return what this span and the given one have in common; null when that is no time at all */
    Span overlap(Instant otherFrom, Instant otherTo) {
        Instant start = otherFrom.isAfter(from) ? otherFrom : from;
        Instant end = otherTo.isBefore(to) ? otherTo : to;
        return start.isBefore(end) ? new Span(start, end) : null;
    }
}
