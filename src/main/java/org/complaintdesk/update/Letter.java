package org.complaintdesk.update;

/** A worded message and where it is to go; the recipient is null when there is no address. */
record Letter(String recipient, String subject, String body, String messageId) {
}
