package org.complaintdesk.intake.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a raw mail says.
 *
 * @param recipients  every address it was sent or delivered to, in lower case
 * @param subject     empty when there is none
 * @param messageId   with its angle brackets, null when there is none
 * @param mentions    the Message-IDs it answers or, when it was returned, is about, with their angle brackets
 * @param sentAt      as the sender's clock says, null when it does not
 * @param fresh       what was written now, as plain text; empty when nothing was
 * @param quoted      what was quoted below it; empty when nothing was
 * @param attachments in their order in the mail
 * @param hints       what a reader should know: encrypted, cut short; keys of messages
 */
public record ParsedMail(Sender from, List<String> recipients, String subject, String messageId, List<String> mentions,
                         Instant sentAt, String fresh, String quoted, List<Attachment> attachments, Nature nature,
                         boolean markedAsSpam, Authentication authentication, Optional<ReturnedMail> returned,
                         List<String> hints) {
}
