package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.UnnamedShop;
import org.springframework.stereotype.Component;

/**
 * Thanks the customer, names the case and who handles it, and promises a time (handbook: settled within 24 hours). Who only
 * wrote a review did not come to us, and is told that we took it up.
 */
@Component
class AcknowledgeComplaint extends CaseStep {

    private final UnnamedShop unnamed;

    AcknowledgeComplaint(CaseWork work, UnnamedShop unnamed) {
        super(work);
        this.unnamed = unnamed;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("handler", unnamed.named(complaint.shop()).map(shop -> wording().text("handling.handler", shop))
                .orElseGet(() -> wording().text("handling.handler.of-no-shop")));
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("problem", complaint.description());
        facts.put("wish", complaint.desiredOutcome());
        facts.put("received", wording().moment(complaint.receivedAt()));
        facts.put("dueBy", wording().moment(complaint.settlementDue()));
        if (complaint.isOpenedFromReview()) {
            facts.put("fromReview", "true");
        }
        work.tellCustomer(complaint, UpdateKind.ACKNOWLEDGEMENT, facts);
    }
}
