package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** Offers the customer the solution: what was found, what is proposed, until when to answer, and the right to refuse. */
@Component
class PresentProposal extends CaseStep {

    /** What an offer can follow. */
    private static final Set<Happening> BEFORE = Set.of(Happening.DECLINED, Happening.RENEGOTIATED, Happening.REOPENED);

    private final CustomerPatience patience;

    PresentProposal(CaseWork work, CustomerPatience patience) {
        super(work);
        this.patience = patience;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("round", String.valueOf(complaint.round()));
        if (work.lastOf(complaint, BEFORE).filter(event -> event.what() == Happening.RENEGOTIATED).isPresent()) {
            facts.put("renegotiated", "true");
        }
        complaint.present();
        facts.put("answerBy", wording().moment(patience.await(complaint, WaitingFor.PROPOSAL, Deadlines.CUSTOMER_ANSWER)));
        work.tellCustomer(complaint, UpdateKind.PROPOSAL, facts);
    }
}
