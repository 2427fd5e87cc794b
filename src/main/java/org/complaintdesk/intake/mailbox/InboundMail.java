package org.complaintdesk.intake.mailbox;

import java.time.Instant;
import java.util.List;
import org.complaintdesk.intake.mail.Authentication;
import org.complaintdesk.intake.mail.Nature;

/**
 * A mail as it is recorded, without its raw form.
 *
 * @param whole          false when it is larger than we keep
 * @param rawKept        false once the raw form is thrown away
 * @param reason         null until it was judged; of a mail that is only kept since its sender's data was erased
 * @param nature         null until it was read
 * @param sender         what it says who it is from, in lower case; null when nobody can be read
 * @param body           what was written now
 * @param caseNumber     the complaint or review it refers or belongs to, null for none
 * @param shop           the shop it is about, null while nobody knows
 * @param decidedBy      the user id of whoever decided, null when the table did
 */
record InboundMail(long id, long size, boolean whole, boolean rawKept, Instant arrivedAt, Instant takenAt, MailState state,
                   Reason reason, Nature nature, boolean spam, Authentication authentication, String messageId, String sender,
                   String senderName, String subject, String body, String quoted, String language,
                   List<String> attachments, List<String> hints, String caseNumber, boolean verified, Long customerId,
                   String decidedBy, Instant decidedAt, String note, String shop) {

    /** @return what a person calls the sender */
    public String who() {
        return senderName != null ? senderName : sender;
    }

    /** @return whether its sender's data was erased before anything was decided about it */
    public boolean isForgotten() {
        return state.isDecided() && reason == null;
    }
}
