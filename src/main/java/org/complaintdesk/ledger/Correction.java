package org.complaintdesk.ledger;

/** What a supervisor does to a clock by hand. Labels: {@code Correction.*} in the message bundles. */
enum Correction {
    /** A new due time is promised. */
    PROMISE,
    PAUSE, RESUME,
    /** It began at another moment. */
    START,
    /** A pause that is over was at other times. */
    PAUSE_TIMES,
    /** It was done at another moment. */
    STOP
}
