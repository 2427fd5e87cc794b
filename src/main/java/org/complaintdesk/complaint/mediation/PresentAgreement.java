package org.complaintdesk.complaint.mediation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.WaitingFor;
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
    private final Clock clock;

    PresentAgreement(CaseWork work, Deadlines deadlines, Clock clock) {
        super(work);
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("agreement", facts.remove("explanation"));
        Instant now = clock.instant();
        Instant answerBy = deadlines.due(Deadlines.CUSTOMER_ANSWER, complaint.severity(), now);
        facts.put("answerBy", wording().moment(answerBy));
        work.tellCustomer(complaint, UpdateKind.AGREEMENT, facts);
        complaint.waitFor(WaitingFor.AGREEMENT, now, answerBy, null);
    }
}
