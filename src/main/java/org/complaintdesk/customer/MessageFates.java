package org.complaintdesk.customer;

import java.time.Instant;

/** What became of what customers were to be told. */
public interface MessageFates {

    /**
     * What became of a message and of the copies of it that were sent again.
     *
     * @param heard    since when the customer knows it: the mail server took it and it has not come back, or a colleague told
     *                 them; null when they do not
     * @param underWay whether it may still get to them without anybody's doing
     */
    record Fate(Instant heard, boolean underWay) {
    }

    /** @return what became of the last message of this kind in a case; never heard when there is none */
    Fate last(String caseNumber, UpdateKind kind);
}
