package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.intake.mail.ReturnedMail;
import org.complaintdesk.update.Bounces;
import org.complaintdesk.update.CaseReferences;
import org.springframework.stereotype.Component;

/** Tells whoever sends our mail that one did not arrive. */
@Component
class RecordReturnedMail implements JavaDelegate {

    private final MailStore store;
    private final RawMails raws;
    private final Bounces bounces;
    private final CaseReferences references;

    RecordReturnedMail(MailStore store, RawMails raws, Bounces bounces, CaseReferences references) {
        this.store = store;
        this.raws = raws;
        this.bounces = bounces;
        this.references = references;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InboundMail mail = store.get(MailVariables.read(execution).id());
        try (RawMails.Opened raw = raws.open(mail.id())) {
            ReturnedMail returned = raw.mail().returned().orElseThrow();
            Optional<String> ours = raw.mail().mentions().stream().filter(id -> references.updateOf(id).isPresent()).findFirst();
            List<String> recipients = returned.recipients().isEmpty() ? List.of("") : returned.recipients();
            recipients.forEach(recipient -> tell(ours, recipient.isEmpty() ? null : recipient, returned, mail));
        }
        store.became(mail.id(), MailState.RETURNED);
    }

    private void tell(Optional<String> ours, String recipient, ReturnedMail returned, InboundMail mail) {
        if (ours.isPresent()) {
            bounces.returned(ours.get(), recipient, returned.reason(), returned.verdict());
        } else if (mail.caseNumber() != null) {
            bounces.returnedTo(mail.caseNumber(), recipient, returned.reason(), returned.verdict());
        }
    }
}
