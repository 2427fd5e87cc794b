package org.complaintdesk.update;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.Salutation;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Words and stores what customers and colleagues must hear, in the transaction in which that becomes due. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteUpdates {

    private static final String STAFF = "STAFF-";

    private final Updates updates;
    private final Templates templates;
    private final Customers customers;
    private final Staff staff;
    private final Wording wording;
    private final DeskProperties desk;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WriteUpdates(Updates updates, Templates templates, Customers customers, Staff staff, Wording wording,
                 DeskProperties desk, Clock clock, ApplicationEventPublisher events) {
        this.updates = updates;
        this.templates = templates;
        this.customers = customers;
        this.staff = staff;
        this.wording = wording;
        this.desk = desk;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void customerUpdateDue(CustomerUpdateDue due) {
        Customer customer = customers.byId(due.customerId());
        String shop = Facts.oneLine(due.shop());
        Map<String, String> facts = new HashMap<>(due.facts());
        facts.put("salutation", Salutation.of(customer.name(), wording.locale()));
        facts.put("shop", shop);
        facts.put("number", due.caseNumber());

        String kind = due.kind().name();
        int count = 1 + updates.countByCaseNumberAndAudienceAndKind(due.caseNumber(), Audience.CUSTOMER, kind);
        String key = key(due.caseNumber(), kind, count);
        String subject = subject(shop, wording.text("update.subject." + kind), due.caseNumber());
        String recipient = Customers.isEmailAddress(customer.email()) ? customer.email() : null;
        Letter letter = new Letter(recipient, subject, templates.text(fileName(kind), new Facts(facts)), messageId(key));
        store(CustomerUpdate.forCustomer(due.caseNumber(), due.kind(), key, letter, shop, due.channel(), customer.id(),
                due.unasked(), clock.instant()));
    }

    /** One update for each colleague, so that one wrong address does not keep the others from hearing. */
    @EventListener
    void staffNoticeDue(StaffNoticeDue due) {
        Map<String, String> facts = new HashMap<>(due.facts());
        facts.put("number", due.caseNumber());
        CaseKind about = CaseKind.of(due.caseNumber());
        facts.put("link", desk.publicUrl() + about.page(due.caseNumber()));

        String kind = due.kind().name();
        String text = templates.text(about.template(fileName(kind)), new Facts(facts));
        String subject = subject(wording.text("update.desk"), wording.text(about.subject(kind)),
                due.caseNumber());
        int count = updates.countByCaseNumberAndAudienceAndKind(due.caseNumber(), Audience.STAFF, kind);
        for (String address : addressesOf(due.recipient())) {
            String key = key(due.caseNumber(), STAFF + kind, ++count);
            Letter letter = new Letter(address, subject, text, messageId(key));
            store(CustomerUpdate.forStaff(due.caseNumber(), kind, key, letter, clock.instant()));
        }
    }

    private List<String> addressesOf(String userOrGroup) {
        List<String> addresses = new ArrayList<>(staff.emailsOf(userOrGroup));
        addresses.removeIf(address -> !Customers.isEmailAddress(address));
        if (addresses.isEmpty()) {
            addresses.add(null);
        }
        return addresses;
    }

    private void store(CustomerUpdate update) {
        updates.save(update);
        events.publishEvent(new UpdateReady(update.key(), update.caseNumber()));
    }

    private String subject(String sender, String stage, String number) {
        return Facts.oneLine(wording.text("update.subject", sender, stage, number));
    }

    private String messageId(String key) {
        return "<" + key.replace('/', '.') + "@" + desk.publicUrl().getHost() + ">";
    }

    private static String key(String number, String kind, int count) {
        return number + "/" + kind + "/" + count;
    }

    private static String fileName(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
