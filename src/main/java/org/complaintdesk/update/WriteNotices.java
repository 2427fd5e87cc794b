package org.complaintdesk.update;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Words and stores what colleagues must hear, in the transaction in which that becomes due. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteNotices {

    private static final String STAFF = "STAFF-";

    private final Updates updates;
    private final Templates templates;
    private final MessageIds messages;
    private final Staff staff;
    private final Wording wording;
    private final DeskProperties desk;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WriteNotices(Updates updates, Templates templates, MessageIds messages, Staff staff, Wording wording,
                 DeskProperties desk, Clock clock, ApplicationEventPublisher events) {
        this.updates = updates;
        this.templates = templates;
        this.messages = messages;
        this.staff = staff;
        this.wording = wording;
        this.desk = desk;
        this.clock = clock;
        this.events = events;
    }

    /** One update for each colleague, so that one wrong address does not keep the others from hearing. */
    @EventListener
    void staffNoticeDue(StaffNoticeDue due) {
        Map<String, String> facts = new HashMap<>(due.facts());
        facts.put("number", due.caseNumber());
        CaseKind about = CaseKind.of(due.caseNumber());
        facts.put("link", desk.publicUrl() + about.page(due.caseNumber()));

        String kind = due.kind().name();
        String text = templates.text(about.template(UpdateLetters.fileName(kind)), new Facts(facts), wording.locale());
        String subject = Facts.oneLine(wording.text("update.subject", wording.text("update.desk"),
                wording.text(about.subject(kind)), due.caseNumber()));
        int count = updates.countByCaseNumberAndAudienceAndKind(due.caseNumber(), Audience.STAFF, kind);
        for (String address : addressesOf(due.recipient())) {
            String key = due.caseNumber() + "/" + STAFF + kind + "/" + ++count;
            Letter letter = new Letter(address, subject, text, messages.of(key));
            updates.save(CustomerUpdate.forStaff(due.caseNumber(), kind, key, letter, clock.instant()));
            events.publishEvent(new UpdateReady(key, due.caseNumber()));
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
}
