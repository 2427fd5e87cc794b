package org.complaintdesk.intake.mailbox;

/** Why a mail went where it went, in the words of the table mail-screening; the last ones are what a person said. */
enum Reason {
    OWN, TOO_LARGE, UNREADABLE, RETURNED, BOUNCE_UNKNOWN, BOUNCE_FOREIGN, AUTOMATIC, BULK, TOO_OLD, NOTICE, OUT_OF_OFFICE, REPLY,
    CLOSED_CASE, REVIEW, FLOOD, SPAM, NOT_AUTHENTIC, EMPTY, TOO_MANY, COMPLAINT, UNCLEAR,
    SAID_COMPLAINT, SAID_BELONGS, SAID_REOPEN, SAID_REVIEW, SAID_NO_COMPLAINT, SAID_SPAM
}
