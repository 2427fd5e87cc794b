package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Thanks the customer, names the case and who handles it, and promises a time (handbook: settled within 24 hours). */
@Component
class AcknowledgeComplaint extends CaseStep {

    AcknowledgeComplaint(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("handler", wording().text("handling.handler", complaint.shop()));
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("problem", complaint.description());
        facts.put("wish", complaint.desiredOutcome());
        facts.put("received", wording().moment(complaint.receivedAt()));
        facts.put("dueBy", wording().moment(complaint.settlementDue()));
        work.tellCustomer(complaint, UpdateKind.ACKNOWLEDGEMENT, facts);
    }
}
