package org.complaintdesk.intake.mail;

/**
 * Who a mail says it is from; nothing proves it.
 *
 * @param address in lower case, null when none can be read
 * @param name    null when none is given
 */
public record Sender(String address, String name) {
}
