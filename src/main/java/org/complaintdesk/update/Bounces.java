package org.complaintdesk.update;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mail that came back. */
@Component
public class Bounces {

    /**
     * A mail server reports on a mail of ours. When the mail is ours beyond doubt and will never arrive, its update and the
     * address are marked, and the customer is told otherwise. What cannot be proved to be about our mail changes nothing:
     * anybody can write such a report.
     *
     * @param messageId the Message-ID of the mail that came back; null when the report does not say
     * @param recipient the address it could not be delivered to; null when the report does not say
     * @param reason    what the mail server says
     * @param permanent false when the server goes on trying, or the mailbox may take mail again later: that is only noted
     * @return the number of the case it belongs to; empty when this is not known for certain
     */
    public Optional<String> returned(String messageId, String recipient, String reason, boolean permanent) {
        return Optional.empty();
    }

    /**
     * The same, when the case is known from the signed address the report was sent to.
     *
     * @param caseNumber as {@link CaseReferences#caseNumberOf} found it
     */
    public Optional<String> returnedTo(String caseNumber, String recipient, String reason, boolean permanent) {
        return Optional.empty();
    }
}
