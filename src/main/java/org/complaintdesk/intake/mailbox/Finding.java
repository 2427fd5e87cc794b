package org.complaintdesk.intake.mailbox;

import java.time.Instant;

/**
 * Something that does not fit between mailbox, records and cases.
 *
 * @param mailId null when there is no record
 * @param about  sender and subject, for whoever looks for it
 */
record Finding(What what, Long mailId, Long uid, String about, Instant since) {

    /** What does not fit. */
    enum What {
        /** It lies in the mailbox and is not recorded. */
        UNRECORDED,
        /** It is recorded as belonging to a case that does not exist. */
        CASELESS,
        /** It is recorded, but nothing takes it further. */
        STUCK,
        /** It is recorded and should have left the mailbox. */
        LEFT_BEHIND,
        /** It is too large and stays in the mailbox on purpose. */
        TOO_LARGE
    }

    /** @return whether somebody has to do something about it */
    public boolean isWrong() {
        return what != What.TOO_LARGE;
    }
}
