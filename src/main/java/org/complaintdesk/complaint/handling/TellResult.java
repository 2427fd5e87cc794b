package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Tells the customer the final result and how to object to it. */
@Component
class TellResult extends CaseStep {

    TellResult(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("action", wording().of(complaint.solution().remedy()));
        facts.put("reference", work.latest(complaint, Happening.STEP_DONE).get("reference"));
        work.tellCustomer(complaint, UpdateKind.RESULT, facts);
    }
}
