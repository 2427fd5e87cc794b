package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.stereotype.Component;

/** The warehouse sends the replacement and notes carrier and tracking number. */
@Component
class ShipReplacement extends CaseTask {

    ShipReplacement(CaseWork work) {
        super(work);
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("proposal", ProposalText.markdown(complaint, wording()));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        String carrier = customerText().read(input, "carrier", 50);
        complaint.done(ExecutionStep.SHIP, null, carrier + " " + customerText().read(input, "trackingNumber", 40),
                input.optionalText("shipNote", 1_000));
    }
}
