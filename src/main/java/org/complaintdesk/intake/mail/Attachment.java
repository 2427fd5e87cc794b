package org.complaintdesk.intake.mail;

import org.springframework.core.io.InputStreamSource;

/**
 * A file in a mail.
 *
 * @param name    as the mail calls it, never empty; nothing about it is safe
 * @param size    in bytes, decoded
 * @param content readable as long as the raw mail is
 */
public record Attachment(String name, long size, InputStreamSource content) {
}
