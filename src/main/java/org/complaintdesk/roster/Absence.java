package org.complaintdesk.roster;

import java.time.Instant;

/**
 * Somebody is away.
 *
 * @param from   the first moment
 * @param until  the first moment after
 * @param reason as it was typed; only the person and those who oversee the others read it
 */
record Absence(long id, String person, Instant from, Instant until, String reason, String enteredBy, Instant enteredAt) {

    boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    boolean touches(Instant begin, Instant end) {
        return from.isBefore(end) && until.isAfter(begin);
    }
}
