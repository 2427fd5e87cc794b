package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Diagnosis;
import org.complaintdesk.policy.Triage;
import org.complaintdesk.policy.TriageProposal;
import org.springframework.stereotype.Component;

/** Proposes what the problem is and how grave, by the tables complaint-category and complaint-severity. */
@Component
class TriageComplaint extends CaseStep {

    private final Triage triage;

    TriageComplaint(CaseWork work, Triage triage) {
        super(work);
        this.triage = triage;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        TriageProposal proposal = triage.propose(complaint.description(), complaint.channel().name(), complaint.orderAmount());
        complaint.triaged(new Diagnosis(proposal.category(), proposal.severity(), proposal.party(), proposal.priority(),
                null), proposal.basis());
        variables.route(complaint.isRecorded() ? Route.COMPLETE : Route.INCOMPLETE);
    }
}
