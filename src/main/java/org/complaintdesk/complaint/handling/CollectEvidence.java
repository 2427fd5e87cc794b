package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** The case waits for the customer's evidence; an agent notes what came, or that none did. */
@Component
class CollectEvidence extends CaseTask {

    /** What became of the request. */
    private enum EvidenceOutcome {
        RECEIVED, NOT_PROVIDED
    }

    private final WaitingText waiting;

    CollectEvidence(CaseWork work, WaitingText waiting) {
        super(work);
        this.waiting = waiting;
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("waiting", waiting.forStaff(complaint));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        boolean received = input.choice("evidenceOutcome", EvidenceOutcome.class) == EvidenceOutcome.RECEIVED;
        complaint.recordEvidence(received, input.text("evidenceNote", 2_000));
    }
}
