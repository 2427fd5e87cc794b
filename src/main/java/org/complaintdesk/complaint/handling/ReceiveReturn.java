package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.stereotype.Component;

/** The warehouse takes in what the customer sent back, objects to its condition, or says that nothing has come. */
@Component
class ReceiveReturn extends CaseTask {

    /** Whether what was to come back is here, and as agreed. */
    private enum ReturnOutcome {
        ACCEPTED, OBJECTION, NOT_RECEIVED
    }

    ReceiveReturn(CaseWork work) {
        super(work);
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("proposal", ProposalText.markdown(complaint, wording()));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        switch (input.choice("returnOutcome", ReturnOutcome.class)) {
            case ACCEPTED -> complaint.done(ExecutionStep.RECEIVE_RETURN, null,
                    customerText().readOptional(input, "returnTracking", 100), input.optionalText("returnNote", 1_000));
            case OBJECTION -> complaint.objectToReturn(input.text("returnNote", 1_000));
            case NOT_RECEIVED -> complaint.renegotiate(input.text("returnNote", 1_000));
        }
    }
}
