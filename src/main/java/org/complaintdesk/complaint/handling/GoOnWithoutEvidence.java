package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Silence;
import org.springframework.stereotype.Component;

/** The customer sent no evidence: the case is diagnosed by what is known. */
@Component
class GoOnWithoutEvidence extends CaseStep {

    GoOnWithoutEvidence(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        complaint.silent(Silence.GO_ON);
    }
}
