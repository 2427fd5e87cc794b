package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent chooses a remedy that fits and explains it, or hands the case to mediation. */
@Component
class ProposeSolution extends CaseTask {

    /** What the agent does. */
    private enum ProposalStep {
        PROPOSE, MEDIATE
    }

    private final RemedyChoice remedies;

    ProposeSolution(CaseWork work, RemedyChoice remedies) {
        super(work);
        this.remedies = remedies;
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        remedies.offer(complaint, form);
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        if (input.choice("proposalStep", ProposalStep.class) == ProposalStep.MEDIATE) {
            complaint.mediate(input.text("mediationReason", 1_000));
            variables.route(Route.MEDIATE);
        } else {
            complaint.propose(remedies.read(complaint, input, "explanation", 2_000));
            variables.route(Route.PROPOSED);
        }
    }
}
