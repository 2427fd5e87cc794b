package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.stereotype.Component;

/** An agent carries out the remedy in the shop's back office and notes what was done. */
@Component
class ExecuteSolution extends CaseTask {

    ExecuteSolution(CaseWork work) {
        super(work);
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("proposal", ProposalText.markdown(complaint, wording()));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        complaint.done(ExecutionStep.EXECUTE, complaint.solution().amount(),
                customerText().readOptional(input, "executionReference", 100), input.text("executionNote", 1_000));
    }
}
