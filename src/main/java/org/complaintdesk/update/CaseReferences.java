package org.complaintdesk.update;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what an incoming mail is known to belong to a case. Only what this desk has signed counts: a Message-ID it gave, or
 * an address it asked to reply to. Subjects, numbers in a text and Message-IDs made by others prove nothing.
 */
@Component
public class CaseReferences {

    private final MessageIds messages;
    private final ReplyAddresses addresses;
    private final Updates updates;
    private final Clock clock;

    CaseReferences(MessageIds messages, ReplyAddresses addresses, Updates updates, Clock clock) {
        this.messages = messages;
        this.addresses = addresses;
        this.updates = updates;
        this.clock = clock;
    }

    /**
     * @param messageIds what the mail refers to, from In-Reply-To, References or a returned mail; with or without angle
     *                   brackets
     * @param recipients the addresses the mail was sent to
     * @return the case's number; empty when nothing of this is ours
     */
    public Optional<String> caseNumberOf(Collection<String> messageIds, Collection<String> recipients) {
        return Stream.concat(messageIds.stream().map(this::updateOf).flatMap(Optional::stream).map(CaseReferences::numberIn),
                recipients.stream().map(addresses::caseNumberIn).flatMap(Optional::stream))
                .filter(number -> CaseKind.of(number).isCase()).findFirst();
    }

    /** @return the key of the update that was sent under this Message-ID; empty when it is not one of ours */
    public Optional<String> updateOf(String messageId) {
        return messages.keyIn(messageId);
    }

    /**
     * @param messageIds what the mail refers to
     * @return whether it goes on with what colleagues were told, and with nothing that was said to a customer
     */
    public boolean areNotices(Collection<String> messageIds) {
        List<String> ours = messageIds.stream().map(this::updateOf).flatMap(Optional::stream).toList();
        return !ours.isEmpty() && ours.stream().allMatch(CaseReferences::isNotice);
    }

    /**
     * A mail of a customer joined a case; what we send to that address from now on continues its thread.
     *
     * @param messageId as the mail has it; anything that is not a Message-ID is ignored
     */
    @Transactional
    public void arrived(String caseNumber, String from, String messageId) {
        if (from != null && messageId != null && MessageIds.ANY.matcher(messageId.strip()).matches()) {
            updates.arrived(caseNumber, from.strip().toLowerCase(Locale.ROOT), messageId.strip(), clock.instant());
        }
    }

    /** A key starts with its case: {@code C-20261121-000042/PROPOSAL/1}. */
    private static String numberIn(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    /** Then it says so: {@code C-20261121-000042/STAFF-REMINDER/…}, {@code NOTICES-20261121/BUNDLE/…}. */
    private static boolean isNotice(String key) {
        return key.contains("/" + WriteNotices.STAFF) || key.contains("/" + CustomerUpdate.BUNDLE + "/");
    }
}
