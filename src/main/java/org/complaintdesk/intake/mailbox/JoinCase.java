package org.complaintdesk.intake.mailbox;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.MessageSource;
import org.complaintdesk.intake.mail.Attachment;
import org.complaintdesk.update.CaseReferences;
import org.springframework.stereotype.Component;

/** Puts a mail on its case. When nobody works on that case any more, a person is asked. */
@Component
class JoinCase implements JavaDelegate {

    private final MailStore store;
    private final RawMails raws;
    private final MailText texts;
    private final MailFiles files;
    private final CustomerRequests requests;
    private final CaseReferences references;

    JoinCase(MailStore store, RawMails raws, MailText texts, MailFiles files, CustomerRequests requests, CaseReferences references) {
        this.store = store;
        this.raws = raws;
        this.texts = texts;
        this.files = files;
        this.requests = requests;
        this.references = references;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InboundMail mail = store.get(MailVariables.read(execution).id());
        Answered answered = ComplaintNumber.isNumber(mail.caseNumber())
                ? write(mail, new ComplaintNumber(mail.caseNumber()), MailVariables.read(execution).businessKey()) : Answered.DONE;
        if (answered == Answered.DONE || answered == Answered.ALREADY) {
            references.arrived(mail.caseNumber(), mail.sender(), mail.messageId());
            store.became(mail.id(), MailState.JOINED);
            MailVariables.goOn(execution, Route.DONE);
        } else {
            store.judged(mail.id(), MailState.ASKED, Reason.CLOSED_CASE);
            MailVariables.goOn(execution, Route.ASK);
        }
    }

    private Answered write(InboundMail mail, ComplaintNumber number, String key) {
        try (RawMails.Opened raw = raws.open(mail.id())) {
            List<Attachment> attachments = mail.whole() ? raw.mail().attachments() : List.of();
            MailFiles.Taken taken = files.take(attachments, number.value(), mail.sender());
            String text = texts.message(mail, taken.refused(), CustomerRequests.TEXT_LENGTH);
            Answered answered = requests.write(number, new CustomerMessage(text, MessageSource.MAIL, mail.sender(), mail.verified(), key,
                    taken.files()));
            if (mail.verified()) {
                // Only who reads the mail we send to that address knows the reference.
                requests.confirmContact(number);
            }
            return answered;
        }
    }
}
