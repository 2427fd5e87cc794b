package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.Objects;

/**
 * Time in which a clock does not run.
 *
 * @param to null while it lasts
 * @param by who began it
 */
record Interruption(Kind kind, Instant from, Instant to, String by, String why) {

    /** Why a clock does not run. */
    enum Kind {
        /** The customer or someone outside has to act. */
        WAITING,
        /** What the clock measures is done; ends when it is taken up again. */
        STOPPED
    }

    Interruption {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("An interruption cannot end before it begins: " + from + " to " + to);
        }
        if (by == null || by.isBlank() || why == null || why.isBlank()) {
            throw new IllegalArgumentException("An interruption says who made it and why: " + by + ", " + why);
        }
    }

    boolean lasts() {
        return to == null;
    }

    Interruption endedAt(Instant moment) {
        return new Interruption(kind, from, moment, by, why);
    }

    /** When the clock would run again, seen from now: a wait that lasts, at once; a stop that lasts takes no time. */
    Instant end(Instant now) {
        if (!lasts()) {
            return to;
        }
        return kind == Kind.WAITING && now.isAfter(from) ? now : from;
    }
}
