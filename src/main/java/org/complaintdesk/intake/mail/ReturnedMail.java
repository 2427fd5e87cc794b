package org.complaintdesk.intake.mail;

import java.util.List;

/**
 * A notice that a mail did not arrive.
 *
 * @param recipients whom it did not reach, in lower case; empty when the notice names nobody
 * @param reason     in the server's words, one line
 * @param permanent  whether there is no use in trying again
 */
public record ReturnedMail(List<String> recipients, String reason, boolean permanent) {
}
