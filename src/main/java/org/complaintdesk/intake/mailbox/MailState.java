package org.complaintdesk.intake.mailbox;

/** What became of a mail: not looked at yet, a person is asked, it opened a case, joined one, told of a mail that came back, is only kept. */
enum MailState {
    NEW, ASKED, OPENED, JOINED, RETURNED, KEPT;

    boolean isDecided() {
        return this != NEW && this != ASKED;
    }
}
