package org.complaintdesk.evidence;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that somebody hands in.
 *
 * @param caseNumber of a complaint or a review that exists; null for a draft of a case that is not there yet
 * @param name       as the sender calls it, however strange; may be null
 * @param content    read once, never as a whole into memory
 * @param by         STAFF: the user id; MAIL: the sender's address; CUSTOMER: null
 * @param note       what the file shows, at most 500 characters; may be null
 */
public record NewFile(String caseNumber, String name, InputStreamSource content, Origin origin, String by, String note) {
}
