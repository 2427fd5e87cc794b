package org.complaintdesk.update;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * By what an incoming mail is known to belong to a case. Only what this desk has signed counts: a Message-ID it gave, or
 * an address it asked to reply to. Subjects, numbers in a text and Message-IDs made by others prove nothing.
 */
@Component
public class CaseReferences {

    /**
     * @param messageIds what the mail refers to, from In-Reply-To, References or a returned mail; with or without angle
     *                   brackets
     * @param recipients the addresses the mail was sent to
     * @return the case's number; empty when nothing of this is ours
     */
    public Optional<String> caseNumberOf(Collection<String> messageIds, Collection<String> recipients) {
        return Optional.empty();
    }

    /** @return the key of the update that was sent under this Message-ID; empty when it is not one of ours */
    public Optional<String> updateOf(String messageId) {
        return Optional.empty();
    }

    /**
     * A mail of a customer joined a case; what we send to that address from now on continues its thread.
     *
     * @param messageId as the mail has it; anything that is not a Message-ID is ignored
     */
    public void arrived(String caseNumber, String from, String messageId) {
    }
}
