package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Asks the customer for the evidence the agent needs. */
@Component
class RequestEvidence extends CaseStep {

    private final CustomerPatience patience;

    RequestEvidence(CaseWork work, CustomerPatience patience) {
        super(work);
        this.patience = patience;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("problem", complaint.description());
        facts.put("evidence", work.latest(complaint, Happening.EVIDENCE_REQUESTED).get("note"));
        facts.put("answerBy", wording().moment(patience.await(complaint, WaitingFor.EVIDENCE, "CollectEvidence")));
        work.tellCustomer(complaint, UpdateKind.EVIDENCE_REQUEST, facts);
    }
}
