package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Tells the customer the new time a supervisor promised, and why. */
@Component
class TellNewTime extends CaseStep {

    TellNewTime(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("newDue", wording().moment(complaint.settlementDue()));
        facts.put("reason", work.latest(complaint, Happening.NEW_TIME_PROMISED).get("note"));
        work.tellCustomer(complaint, UpdateKind.NEW_TIME, facts);
    }
}
