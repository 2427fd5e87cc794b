package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent asks the customer whether the result satisfies them (handbook: 回访). */
@Component
class FollowUpCustomer extends CaseTask {

    /** The customer's word. */
    private enum Satisfied {
        YES, NO
    }

    FollowUpCustomer(CaseWork work) {
        super(work);
    }

    @Override
    protected void opened(Complaint complaint, TaskForm form) {
        form.show("outcome", ProposalText.markdown(complaint, wording()));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        boolean satisfied = input.choice("satisfied", Satisfied.class) == Satisfied.YES;
        int score = input.wholeNumber("score", 1, 5);
        String note = satisfied ? input.optionalText("followUpNote", 2_000) : input.text("followUpNote", 2_000);
        complaint.followUp(satisfied, score, note);
        variables.route(satisfied ? Route.SATISFIED : Route.UNSATISFIED);
    }
}
