package org.complaintdesk.intake.mail;

import java.util.List;
import org.complaintdesk.update.Undelivered;

/**
 * A notice that a mail did not arrive.
 *
 * @param recipients whom it did not reach, in lower case; empty when the notice names nobody
 * @param reason     in the server's words, one line
 * @param verdict    whether there is hope for it, and for other mail to that address
 */
public record ReturnedMail(List<String> recipients, String reason, Undelivered verdict) {
}
