package org.complaintdesk.complaint;

import java.util.List;
import java.util.UUID;

/**
 * What somebody wrote about a case.
 *
 * @param source   {@link MessageSource#PAGE} or {@link MessageSource#MAIL}
 * @param from     the address it came from; null for a page
 * @param verified whether it is certainly the customer's; if not it is kept and looked at, and does nothing else
 * @param key      the same key again is the same message
 * @param files    evidence files of the case that came with it
 */
public record CustomerMessage(String text, MessageSource source, String from, boolean verified, String key, List<UUID> files) {

    /** The longest key, in characters. */
    public static final int KEY_LENGTH = 300;

    public CustomerMessage {
        if (source == MessageSource.DESK) {
            throw new IllegalArgumentException("The desk is no customer");
        }
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH) {
            throw new IllegalArgumentException("A message needs a key of at most " + KEY_LENGTH + " characters");
        }
        files = List.copyOf(files);
    }

    /** The customer wrote on the page of their case. */
    public static CustomerMessage onPage(String text, String key, List<UUID> files) {
        return new CustomerMessage(text, MessageSource.PAGE, null, true, key, files);
    }
}
