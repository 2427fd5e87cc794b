package org.complaintdesk.intake.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.EvidenceRefused;
import org.complaintdesk.evidence.NewFile;
import org.complaintdesk.evidence.Origin;
import org.complaintdesk.intake.mail.Attachment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the attachments of a mail to its case. What is refused stays in the raw mail, and people are told. */
@Component
class MailFiles {

    private final EvidenceFiles evidence;
    private final TransactionTemplate within;

    MailFiles(EvidenceFiles evidence, PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.within = new TransactionTemplate(transactions);
        // A file that is refused must not take the mail along.
        this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What was taken and what was not.
     *
     * @param refused why, in the installation's language
     */
    record Taken(List<UUID> files, List<String> refused) {
    }

    Taken take(List<Attachment> attachments, String caseNumber, String sender) {
        List<UUID> files = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Attachment attachment : attachments) {
            try {
                NewFile file = new NewFile(caseNumber, attachment.name(), attachment.content(), Origin.MAIL, sender, null);
                UUID id = within.execute(status -> evidence.store(file)).id();
                if (!files.contains(id)) {
                    files.add(id);
                }
            } catch (EvidenceRefused e) {
                refused.add(e.getMessage());
            }
        }
        return new Taken(files, refused);
    }
}
