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
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.update.CaseReferences;
import org.springframework.stereotype.Component;

/** Puts a mail on its case, complaint or review. When nobody works on that complaint any more, a person is asked. */
@Component
class JoinCase implements JavaDelegate {

    private static final int TOLD_OF_REVIEWERS = 1_000;

    private final MailStore store;
    private final RawMails raws;
    private final MailText texts;
    private final MailFiles files;
    private final CustomerRequests requests;
    private final Reviews reviews;
    private final CaseReferences references;

    JoinCase(MailStore store, RawMails raws, MailText texts, MailFiles files, CustomerRequests requests, Reviews reviews,
             CaseReferences references) {
        this.store = store;
        this.raws = raws;
        this.texts = texts;
        this.files = files;
        this.requests = requests;
        this.reviews = reviews;
        this.references = references;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InboundMail mail = store.get(MailVariables.read(execution).id());
        Answered answered = ComplaintNumber.isNumber(mail.caseNumber())
                ? write(mail, new ComplaintNumber(mail.caseNumber()), MailVariables.read(execution).businessKey())
                : write(mail, new ReviewNumber(mail.caseNumber()));
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
            MailFiles.Taken taken = files(mail, raw);
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

    private Answered write(InboundMail mail, ReviewNumber number) {
        try (RawMails.Opened raw = raws.open(mail.id())) {
            String text = texts.message(mail, files(mail, raw).refused(), TOLD_OF_REVIEWERS);
            reviews.reviewerWrote(number, mail.sender(), text, mail.id());
            return Answered.DONE;
        }
    }

    private MailFiles.Taken files(InboundMail mail, RawMails.Opened raw) {
        List<Attachment> attachments = mail.whole() ? raw.mail().attachments() : List.of();
        return files.take(attachments, mail.caseNumber(), mail.sender());
    }
}
