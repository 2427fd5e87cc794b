package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the story of a clock.
 *
 * @param at when it took effect
 * @param recorded when it was written down; later than {@code at} for what was entered or corrected afterwards
 * @param terms what the clock was held to from then on
 */
record LedgerEntry(ClockChange what, Instant at, Instant recorded, String by, String why, Terms terms) {

    LedgerEntry {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(terms, "terms");
        if (by == null || by.isBlank() || why == null || why.isBlank()) {
            throw new IllegalArgumentException(what + " needs who and why: " + by + ", " + why);
        }
    }
}
