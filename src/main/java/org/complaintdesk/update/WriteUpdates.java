package org.complaintdesk.update;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
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
    private final UpdateKeys keys;
    private final UpdateLetters letters;
    private final Templates templates;
    private final MessageIds messages;
    private final Customers customers;
    private final Staff staff;
    private final Wording wording;
    private final DeskProperties desk;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WriteUpdates(Updates updates, UpdateKeys keys, UpdateLetters letters, Templates templates, MessageIds messages,
                 Customers customers, Staff staff, Wording wording, DeskProperties desk, Clock clock,
                 ApplicationEventPublisher events) {
        this.updates = updates;
        this.keys = keys;
        this.letters = letters;
        this.templates = templates;
        this.messages = messages;
        this.customers = customers;
        this.staff = staff;
        this.wording = wording;
        this.desk = desk;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void customerUpdateDue(CustomerUpdateDue due) {
        String key = keys.next(due.caseNumber(), due.kind());
        if (keys.mayBeSaid(due.kind(), key)) {
            Customer customer = customers.byId(due.customerId());
            store(CustomerUpdate.forCustomer(due.caseNumber(), due.kind(), key, letters.letter(due, customer, key),
                    letters.reader(due, customer), clock.instant()));
        }
    }

    /** One update for each colleague, so that one wrong address does not keep the others from hearing. */
    @EventListener
    void staffNoticeDue(StaffNoticeDue due) {
        Map<String, String> facts = new HashMap<>(due.facts());
        facts.put("number", due.caseNumber());
        CaseKind about = CaseKind.of(due.caseNumber());
        facts.put("link", desk.publicUrl() + about.page(due.caseNumber()));

        String kind = due.kind().name();
        String text = templates.text(about.template(UpdateLetters.fileName(kind)), new Facts(facts),
                wording.locale());
        String subject = subject(wording.text("update.desk"), wording.text(about.subject(kind)),
                due.caseNumber());
        int count = updates.countByCaseNumberAndAudienceAndKind(due.caseNumber(), Audience.STAFF, kind);
        for (String address : addressesOf(due.recipient())) {
            String key = due.caseNumber() + "/" + STAFF + kind + "/" + ++count;
            Letter letter = new Letter(address, subject, text, messages.of(key));
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
}
