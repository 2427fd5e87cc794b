package org.complaintdesk.update;

/** What a mail server says of a mail that it has not delivered. */
public enum Undelivered {
    /** It goes on trying, or the mailbox may take mail again later. */
    DELAYED,
    /** It has given up this mail. Another one may arrive. */
    LOST,
    /** It has given up, and no other mail to this address will arrive either. */
    ADDRESS_DEAD
}
