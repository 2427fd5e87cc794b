package org.complaintdesk.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.complaintdesk.customer.Masked;

/**
 * A message about a case as it is kept.
 *
 * @param from   the address it came from; null for a page and for answers of the desk
 * @param text   empty when there were only files
 * @param readAt when someone of the desk had read it; null while nobody has
 * @param readBy the user id of whoever read it, or wrote it for the desk; null when nobody had to
 */
public record KeptMessage(long id, Instant at, MessageSource source, String from, boolean verified, String text,
                          List<UUID> files, Instant readAt, String readBy) {

    /** @return the address for the eye: masked when it is the customer's; in full when someone must judge whose it is */
    public String sender() {
        return verified ? Masked.email(from) : from;
    }

    public boolean isRead() {
        return readAt != null;
    }

    /** @return whether the desk wrote it */
    public boolean isOurs() {
        return source == MessageSource.DESK;
    }
}
