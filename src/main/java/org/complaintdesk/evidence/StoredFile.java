package org.complaintdesk.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a case, without its content.
 *
 * @param caseNumber   null while it belongs to a draft
 * @param name         safe as a file name on every system; ends as its type does
 * @param type         the media type that the content shows, whatever the sender said
 * @param size         in bytes
 * @param sha256       of the content, in 64 hexadecimal digits
 * @param by           STAFF: the user id; MAIL: the sender's address; else null
 * @param at           when it was handed in
 * @param hasThumbnail whether there is a small picture of it
 * @param note         what it shows, in the words of whoever handed it in; may be null
 */
public record StoredFile(UUID id, String caseNumber, String name, String type, long size, String sha256, Origin origin,
                         String by, Instant at, Scan scan, boolean hasThumbnail, String note) {
}
