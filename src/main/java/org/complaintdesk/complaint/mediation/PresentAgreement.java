package org.complaintdesk.complaint.mediation;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.handling.CaseStep;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.ProposalText;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** Sends the customer the drafted agreement. */
@Component
class PresentAgreement extends CaseStep {

    private final Deadlines deadlines;

    PresentAgreement(CaseWork work, Deadlines deadlines) {
        super(work);
        this.deadlines = deadlines;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("agreement", facts.remove("explanation"));
        facts.put("answerBy", wording().moment(
                deadlines.dueAt(Deadlines.CUSTOMER_ANSWER, complaint.severity().name()).toInstant()));
        work.tellCustomer(complaint, UpdateKind.AGREEMENT, facts);
    }
}
