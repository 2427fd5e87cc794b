package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** Offers the customer the solution: what was found, what is proposed, until when to answer, and the right to refuse. */
@Component
class PresentProposal extends CaseStep {

    private final CustomerPatience patience;

    PresentProposal(CaseWork work, CustomerPatience patience) {
        super(work);
        this.patience = patience;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("round", String.valueOf(complaint.round()));
        complaint.present();
        facts.put("answerBy", wording().moment(patience.await(complaint, WaitingFor.PROPOSAL, Deadlines.CUSTOMER_ANSWER)));
        work.tellCustomer(complaint, UpdateKind.PROPOSAL, facts);
    }
}
