package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Confirms to the customer that the case is closed, and why. */
@Component
class TellEarlyEnd extends CaseStep {

    TellEarlyEnd(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        boolean duplicate = complaint.closing() == Closing.DUPLICATE;
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put(duplicate ? "original" : "reason", duplicate ? complaint.closingNote() : wording().text("ending." + complaint.closing()));
        work.tellCustomer(complaint, duplicate ? UpdateKind.DUPLICATE : UpdateKind.WITHDRAWN, facts);
    }
}
