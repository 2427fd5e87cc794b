package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.policy.Remedies;
import org.complaintdesk.policy.RemedyOption;
import org.springframework.stereotype.Component;

/** Offers the customer the solution: what was found, what is proposed, until when to answer, and the right to refuse. */
@Component
class PresentProposal extends CaseStep {

    private final CustomerPatience patience;
    private final Remedies remedies;

    PresentProposal(CaseWork work, CustomerPatience patience, Remedies remedies) {
        super(work);
        this.patience = patience;
        this.remedies = remedies;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("round", String.valueOf(complaint.round()));
        String evidence = evidence(complaint);
        // Who has sent evidence already is not asked again.
        if (evidence != null && work.latest(complaint, Happening.EVIDENCE_RECORDED).isEmpty()) {
            facts.put("evidence", evidence);
        }
        complaint.present();
        facts.put("answerBy", wording().moment(patience.await(complaint, WaitingFor.PROPOSAL, Deadlines.CUSTOMER_ANSWER)));
        work.tellCustomer(complaint, UpdateKind.PROPOSAL, facts);
    }

    private String evidence(Complaint complaint) {
        return remedies.option(complaint.diagnosis().category(), complaint.solution().remedy())
                .map(RemedyOption::evidence).orElse(null);
    }
}
