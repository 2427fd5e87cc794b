package org.complaintdesk.intake.mailbox;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.complaint.Registration;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.intake.mail.Attachment;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.update.CaseReferences;
import org.springframework.stereotype.Component;

/** Opens a complaint out of a mail. Whose address it is stays unconfirmed: anybody can write any sender into a mail. */
@Component
class OpenComplaint implements JavaDelegate {

    private static final int DESCRIPTION_LENGTH = 4_000;

    private final MailStore store;
    private final RawMails raws;
    private final MailText texts;
    private final MailShop shops;
    private final MailFiles files;
    private final Complaints complaints;
    private final CaseReferences references;
    private final Wording wording;

    OpenComplaint(MailStore store, RawMails raws, MailText texts, MailShop shops, MailFiles files, Complaints complaints,
                  CaseReferences references, Wording wording) {
        this.store = store;
        this.raws = raws;
        this.texts = texts;
        this.shops = shops;
        this.files = files;
        this.complaints = complaints;
        this.references = references;
        this.wording = wording;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InboundMail mail = store.get(MailVariables.read(execution).id());
        try (RawMails.Opened raw = raws.open(mail.id())) {
            String shop = MailVariables.shop(execution).orElseGet(() -> shops.of(mail, raw.mail().recipients()));
            Registration opened = complaints.register(complaint(mail, shop, MailVariables.read(execution).businessKey()));
            String number = opened.number().value();
            store.refersTo(mail.id(), number, false, complaints.get(opened.number()).customerId());
            references.arrived(number, mail.sender(), mail.messageId());
            List<Attachment> attachments = mail.whole() ? raw.mail().attachments() : List.of();
            MailFiles.Taken taken = files.take(attachments, number, mail.sender());
            if (!taken.refused().isEmpty()) {
                store.note(mail.id(), texts.refused(taken.refused()));
            }
        }
        store.became(mail.id(), MailState.OPENED);
    }

    private NewComplaint complaint(InboundMail mail, String shop, String key) {
        return new NewComplaint(shop, Channel.EMAIL, key, texts.orderNumber(mail), null,
                texts.description(mail, DESCRIPTION_LENGTH), null, null, contact(mail), null, false, mail.language());
    }

    private Contact contact(InboundMail mail) {
        String address = Customers.isEmailAddress(mail.sender()) ? mail.sender() : null;
        String name = mail.who() == null ? wording.text("mailbox.no-sender") : mail.who().replaceAll("\\p{Cntrl}", " ");
        return new Contact(name.length() > 100 ? name.substring(0, 100) : name, address, null, null);
    }
}
