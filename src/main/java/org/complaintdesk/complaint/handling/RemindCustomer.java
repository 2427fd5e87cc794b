package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Reminds the customer, once, of what the case waits for. */
@Component
class RemindCustomer extends CaseStep {

    private final CustomerPatience patience;
    private final WaitingText text;

    RemindCustomer(CaseWork work, CustomerPatience patience, WaitingText text) {
        super(work);
        this.patience = patience;
        this.text = text;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        if (complaint.waiting() == null || patience.hasReminded(complaint)) {
            return;
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        if (complaint.waiting().what() == WaitingFor.RATING) {
            work.tellCustomer(complaint, UpdateKind.SURVEY_REMINDER, facts);
        } else {
            facts.put("waitingFor", wording().text("waiting.for." + complaint.waiting().what()));
            facts.put("answerBy", wording().moment(complaint.waiting().answerBy()));
            facts.put("next", text.forCustomer(complaint));
            work.tellCustomer(complaint, UpdateKind.CUSTOMER_REMINDER, facts);
        }
        complaint.remindCustomer();
    }
}
