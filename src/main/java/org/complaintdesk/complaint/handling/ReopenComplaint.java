package org.complaintdesk.complaint.handling;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes the case up again for a customer who is not satisfied or asks for it; the supervisors are told. */
@Component
class ReopenComplaint extends CaseStep {

    private static final Set<Happening> SAID_WHERE = EnumSet.of(Happening.FOLLOWED_UP, Happening.RATED,
            Happening.REOPENING_ASKED);

    private final ApplicationEventPublisher events;

    ReopenComplaint(CaseWork work, ApplicationEventPublisher events) {
        super(work);
        this.events = events;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        complaint.reopen();
        work.keep(complaint, variables);
        Optional<CaseEvent> said = work.lastOf(complaint, SAID_WHERE);
        String reason = said.map(event -> event.details().get("note")).orElse(null);
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("problem", complaint.description());
        // What an agent noted of a call or a mail is in the agent's words and for colleagues.
        boolean theirs = said.filter(event -> CaseEvent.CUSTOMER.equals(event.who())).isPresent();
        facts.put("reason", theirs ? work.customerText().repeated(reason) : null);
        facts.put("dueBy", wording().moment(complaint.settlementDue()));
        work.tellCustomer(complaint, UpdateKind.REOPENED, facts);
        Map<String, String> staffFacts = work.staffFacts(complaint);
        if (reason != null) {
            staffFacts.put("reason", reason);
        }
        events.publishEvent(new StaffNoticeDue(complaint.number().value(), StaffNotice.REOPENED,
                StaffGroup.SUPERVISORS.id(), staffFacts));
    }
}
