package org.complaintdesk.intake.mailbox;

/**
 * Where a mail lies. A server that numbers its mails anew changes the validity.
 *
 * @param mailbox {@link MailboxProperties#name()}
 */
record Place(String mailbox, long uidValidity, long uid) {
}
