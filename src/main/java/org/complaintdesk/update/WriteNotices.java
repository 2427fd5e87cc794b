package org.complaintdesk.update;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.roster.Roster;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Words and stores what colleagues must hear, in the transaction in which that becomes due. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteNotices {

    static final String STAFF = "STAFF-";

    private final Updates updates;
    private final Templates templates;
    private final MessageIds messages;
    private final Bundles bundles;
    private final Roster roster;
    private final Staff staff;
    private final Shops shops;
    private final Wording wording;
    private final DeskProperties desk;
    private final NewUpdates begun;
    private final Clock clock;

    WriteNotices(Updates updates, Templates templates, MessageIds messages, Bundles bundles, Roster roster, Staff staff,
                 Shops shops, Wording wording, DeskProperties desk, NewUpdates begun, Clock clock) {
        this.updates = updates;
        this.templates = templates;
        this.messages = messages;
        this.bundles = bundles;
        this.roster = roster;
        this.staff = staff;
        this.shops = shops;
        this.wording = wording;
        this.desk = desk;
        this.begun = begun;
        this.clock = clock;
    }

    /**
     * One update for each colleague who is to hear, as the roster says, so that one wrong address does not keep the others
     * from hearing.
     */
    @EventListener
    void staffNoticeDue(StaffNoticeDue due) {
        Map<String, String> facts = new HashMap<>(due.facts());
        CaseKind about = CaseKind.of(due.caseNumber());
        String number = about.shown(due.caseNumber());
        facts.put("number", number);
        facts.put("link", desk.publicUrl() + about.page(due.caseNumber()));

        String kind = due.kind().name();
        String text = templates.text(about.template(UpdateLetters.fileName(kind)), new Facts(facts), wording.locale());
        String subject = Facts.oneLine(wording.text("update.subject", wording.text("update.desk"),
                wording.text(about.subject(kind)), number));
        for (Map.Entry<String, String> reader : readers(due).entrySet()) {
            // Two that become due at once must not want the same key; one that is tried again was never stored.
            String key = due.caseNumber() + "/" + STAFF + kind + "/" + UUID.randomUUID().toString().substring(0, 13);
            Letter letter = new Letter(reader.getValue(), subject, text, messages.of(key));
            CustomerUpdate notice = CustomerUpdate.forStaff(due.caseNumber(), kind, key, letter, reader.getKey(), clock.instant());
            if (bundles.take(notice, due.kind())) {
                updates.save(notice);
            } else {
                begun.deliver(notice);
            }
        }
    }

    /**
     * In alphabetical order, so that two nodes never wait for each other's bundles.
     *
     * @return address by user id; nobody without an address when none of them has one
     */
    private Map<String, String> readers(StaffNoticeDue due) {
        String shop = due.shop() == null ? shops.limiting(due.caseNumber()) : due.shop();
        Map<String, String> readers = new TreeMap<>(staff.emailsOf(roster.recipients(due.recipient(), shop, clock.instant())));
        Set<String> addresses = new HashSet<>();
        readers.values().removeIf(address -> !Customers.isEmailAddress(address) || !addresses.add(address));
        return readers.isEmpty() ? Collections.singletonMap(null, null) : readers;
    }
}
