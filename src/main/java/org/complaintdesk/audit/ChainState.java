package org.complaintdesk.audit;

import java.time.Instant;

/**
 * How the log stands.
 *
 * @param lines how many there are
 * @param wrong the first line that is not as it was written; null when all are
 * @param end   the signature of the last line, null when there is none; who noted it down earlier finds it unchanged at
 *              that line for ever
 */
record ChainState(Verdict verdict, long lines, Long wrong, Instant last, String end) {

    /** Labels: {@code ChainState.Verdict.*}. */
    enum Verdict {
        WHOLE,
        /** Lines before this one are gone. */
        MISSING,
        /** This line, or one before it, says something else than it did. */
        CHANGED,
        /** From this line on nothing is signed with the secret that the desk has now. */
        UNSIGNED
    }
}
