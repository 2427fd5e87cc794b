package org.complaintdesk.insight;

import java.time.Instant;
import java.util.Comparator;

/**
 * One stay of an instance at an element of its model, as the engine's history tells it.
 *
 * @param end      null while it lasts
 * @param canceled whether it ended without being completed
 * @param order    tells apart what happened in the same millisecond: what follows has a higher one
 * @param assignee null when it was no person's
 */
record Visit(String id, String element, String name, String type, Instant start, Instant end, boolean canceled, long order, String assignee,
             String calledInstance) {

    static final Comparator<Visit> IN_ORDER = Comparator.comparing(Visit::start).thenComparing(Visit::order);
    static final Comparator<Visit> LAST_TO_END = Comparator.comparing(Visit::end).thenComparing(Visit::order);

    /** @param element an event, at which nothing stays */
    static Visit ofEvent(String element, Instant at, long order) {
        return new Visit(element, element, null, "event", at, at, false, order, null, null);
    }

    boolean isOver() {
        return end != null;
    }
}
