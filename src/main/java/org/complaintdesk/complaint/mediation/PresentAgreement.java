package org.complaintdesk.complaint.mediation;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.complaint.handling.CaseStep;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.CustomerPatience;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.ProposalText;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** Sends the customer the drafted agreement. */
@Component
class PresentAgreement extends CaseStep {

    private final CustomerPatience patience;

    PresentAgreement(CaseWork work, CustomerPatience patience) {
        super(work);
        this.patience = patience;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("agreement", facts.remove("explanation"));
        facts.put("answerBy", wording().moment(patience.await(complaint, WaitingFor.AGREEMENT, Deadlines.CUSTOMER_ANSWER)));
        work.tellCustomer(complaint, UpdateKind.AGREEMENT, facts);
    }
}
