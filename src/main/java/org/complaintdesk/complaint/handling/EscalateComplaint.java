package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.casework.Escalation;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/**
 * Brings an overdue case before the next level; the customer gets an apology and a new time, once, unless it is them the case
 * waits for.
 */
@Component
class EscalateComplaint extends CaseStep {

    private final Escalation escalation;

    EscalateComplaint(CaseWork work, Escalation escalation) {
        super(work);
        this.escalation = escalation;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Escalation.Level level = escalation.raise(variables.escalation(), complaint.escalationLevel(), complaint.severity());
        complaint.escalate(level.number());
        if (level.isFirst() && complaint.waiting() == null) {
            Map<String, String> facts = new HashMap<>();
            facts.put("orderNumber", complaint.orderNumber());
            facts.put("problem", complaint.description());
            facts.put("dueBy", wording().moment(complaint.settlementDue()));
            facts.put("newDue", wording().moment(level.next()));
            work.tellCustomer(complaint, UpdateKind.DELAY_APOLOGY, facts);
        }
        escalation.announce(level, complaint.number().value(), complaint.priority(), work.staffFacts(complaint));
    }
}
