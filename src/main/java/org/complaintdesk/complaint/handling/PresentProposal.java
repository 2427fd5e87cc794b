package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.time.Instant;
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

    private final Deadlines deadlines;
    private final Remedies remedies;
    private final Clock clock;

    PresentProposal(CaseWork work, Deadlines deadlines, Remedies remedies, Clock clock) {
        super(work);
        this.clock = clock;
        this.deadlines = deadlines;
        this.remedies = remedies;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>(ProposalText.facts(complaint, wording()));
        facts.put("round", String.valueOf(complaint.round()));
        // Who has sent evidence already is not asked again.
        if (work.latest(complaint, Happening.EVIDENCE_RECORDED).isEmpty()) {
            facts.put("evidence", evidence(complaint));
        }
        Instant now = clock.instant();
        Instant answerBy = deadlines.due(Deadlines.CUSTOMER_ANSWER, complaint.severity(), now);
        facts.put("answerBy", wording().moment(answerBy));
        work.tellCustomer(complaint, UpdateKind.PROPOSAL, facts);
        complaint.present();
        complaint.waitFor(WaitingFor.PROPOSAL, now, answerBy, null);
    }

    private String evidence(Complaint complaint) {
        return remedies.option(complaint.diagnosis().category(), complaint.solution().remedy())
                .map(RemedyOption::evidence).orElse(null);
    }
}
