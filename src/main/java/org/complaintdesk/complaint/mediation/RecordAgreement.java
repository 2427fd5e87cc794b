package org.complaintdesk.complaint.mediation;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.handling.CaseTask;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.ProposalText;
import org.complaintdesk.complaint.handling.Route;
import org.complaintdesk.complaint.handling.WaitingText;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent records whether both sides agree. */
@Component
class RecordAgreement extends CaseTask {

    /** What both sides say. */
    private enum Agreed {
        YES, NO
    }

    private final WaitingText waiting;

    RecordAgreement(CaseWork work, WaitingText waiting) {
        super(work);
        this.waiting = waiting;
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("agreement", ProposalText.markdown(complaint, wording()));
        form.show("waiting", waiting.forStaff(complaint));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        if (input.choice("agreed", Agreed.class) == Agreed.YES) {
            complaint.agree(input.optionalText("agreementNote", 2_000));
            variables.route(Route.AGREED);
        } else {
            complaint.disagree(customerText().readOptional(input, "agreementNote", 2_000));
            variables.route(Route.NOT_AGREED);
        }
    }
}
