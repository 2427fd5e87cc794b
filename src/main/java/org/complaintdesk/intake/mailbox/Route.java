package org.complaintdesk.intake.mailbox;

/** Where a mail goes, in the words of the process and of the table mail-screening. */
enum Route {
    OPEN, JOIN, BOUNCE, ASK, IGNORE, DONE
}
