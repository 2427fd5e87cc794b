package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.stereotype.Component;

/** The warehouse takes in what the customer sent back, or objects to its condition. */
@Component
class ReceiveReturn extends CaseTask {

    /** Whether what came back is as agreed. */
    private enum ReturnOutcome {
        ACCEPTED, OBJECTION
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
        if (input.choice("returnOutcome", ReturnOutcome.class) == ReturnOutcome.ACCEPTED) {
            complaint.done(ExecutionStep.RECEIVE_RETURN, null, customerText().readOptional(input, "returnTracking", 100),
                    input.optionalText("returnNote", 1_000));
        } else {
            complaint.objectToReturn(customerText().read(input, "returnNote", 1_000));
        }
    }
}
