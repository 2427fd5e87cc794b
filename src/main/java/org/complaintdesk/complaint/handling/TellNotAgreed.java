package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Tells the customer that no agreement was reached and where to turn. */
@Component
class TellNotAgreed extends CaseStep {

    TellNotAgreed(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("reason", work.latest(complaint, Happening.NOT_AGREED).get("note"));
        work.tellCustomer(complaint, UpdateKind.NOT_AGREED, facts);
    }
}
