package org.complaintdesk.deadline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Walks through time from a moment on, a day at a time, and cuts a day where the zone changes its offset. So a wall
 * clock time that is skipped never counts, and one that comes twice counts twice.
 */
final class Stretches {

    private final ZoneRules rules;
    private Instant at;
    private Instant change;

    Stretches(ZoneId zone, Instant from) {
        this.rules = zone.getRules();
        this.at = from;
        this.change = changeAfter(from);
    }

    Stretch next() {
        if (!at.isBefore(change)) {
            change = changeAfter(at);
        }
        ZoneOffset offset = rules.getOffset(at);
        LocalDate date = LocalDate.ofInstant(at, offset);
        Instant midnight = date.plusDays(1).atStartOfDay().toInstant(offset);
        Span span = new Span(at, change.isBefore(midnight) ? change : midnight);
        at = span.to();
        return new Stretch(date, offset, span);
    }

    private Instant changeAfter(Instant moment) {
        ZoneOffsetTransition transition = rules.nextTransition(moment);
        return transition == null ? Instant.MAX : transition.getInstant();
    }
}
