package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.intake.mail.Authentication;
import org.complaintdesk.intake.mail.Nature;
import org.complaintdesk.intake.mail.ParsedMail;
import org.complaintdesk.update.CaseReferences;
import org.springframework.stereotype.Component;

/** Understands a raw mail: who writes what, and which case its keyed reference leads to. */
@Component
class ReadMail implements JavaDelegate {

    private final RawMails raws;
    private final MailStore store;
    private final CaseReferences references;
    private final Complaints complaints;
    private final Customers customers;
    private final MailShop mailShop;
    private final Shops shops;

    ReadMail(RawMails raws, MailStore store, CaseReferences references, Complaints complaints, Customers customers,
             MailShop mailShop, Shops shops) {
        this.raws = raws;
        this.store = store;
        this.references = references;
        this.complaints = complaints;
        this.customers = customers;
        this.mailShop = mailShop;
        this.shops = shops;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = MailVariables.read(execution).id();
        try (RawMails.Opened raw = raws.open(id)) {
            ParsedMail mail = raw.mail();
            store.read(id, mail, language(mail.subject() + mail.fresh()));
            Optional<String> number = references.caseNumberOf(mail.mentions(), mail.recipients());
            boolean answersNotice = references.areNotices(mail.mentions());
            MailVariables.passOn(execution, answersNotice);
            // A colleague who answers a notice about a case is not its customer.
            Optional<Customer> customer = number.filter(about -> !answersNotice).flatMap(complaints::find).map(Complaint::customerId)
                    .map(customers::byId);
            boolean verified = customer.isPresent() && isTheirs(mail, customer.get());
            Long file = customer.map(Customer::id).orElseGet(() -> sender(mail));
            store.refersTo(id, number.orElse(null), verified, file);
            mailShop.known(store.get(id), mail.recipients()).ifPresent(shop -> isAbout(shop, id, execution));
        }
    }

    private void isAbout(String shop, long id, DelegateExecution execution) {
        store.isAbout(id, shop);
        shops.move(execution, shop);
    }

    private static boolean isTheirs(ParsedMail mail, Customer customer) {
        return customer.email() != null && customer.email().equalsIgnoreCase(mail.from().address())
                && mail.authentication() != Authentication.FAILED && mail.nature() == Nature.PERSONAL;
    }

    private Long sender(ParsedMail mail) {
        String address = mail.from().address();
        List<Customer> known = address == null ? List.of() : customers.byAddress(address);
        return known.isEmpty() ? null : known.get(0).id();
    }

    private static String language(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) ? "zh" : "en";
    }
}
