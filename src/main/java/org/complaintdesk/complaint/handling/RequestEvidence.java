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
import org.springframework.stereotype.Component;

/** Asks the customer for the evidence the agent needs. */
@Component
class RequestEvidence extends CaseStep {

    private final Deadlines deadlines;
    private final Clock clock;

    RequestEvidence(CaseWork work, Deadlines deadlines, Clock clock) {
        super(work);
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("problem", complaint.description());
        facts.put("evidence", work.latest(complaint, Happening.EVIDENCE_REQUESTED).get("note"));
        Instant now = clock.instant();
        Instant answerBy = deadlines.due("CollectEvidence", complaint.severity(), now);
        facts.put("answerBy", wording().moment(answerBy));
        work.tellCustomer(complaint, UpdateKind.EVIDENCE_REQUEST, facts);
        complaint.waitFor(WaitingFor.EVIDENCE, now, answerBy, null);
    }
}
