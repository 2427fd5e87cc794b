package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.springframework.stereotype.Component;

/** A supervisor approves a proposal above the agent's authority, or returns it with a reason. */
@Component
class ApproveSolution extends CaseTask {

    /** What the supervisor decides; amending returns the proposal with what to change. */
    private enum Approval {
        APPROVE, REJECT, AMEND
    }

    ApproveSolution(CaseWork work) {
        super(work);
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        String reason = work.latest(complaint, Happening.APPROVAL_NEEDED).getOrDefault("note", "–");
        form.show("proposal", ProposalText.markdown(complaint, wording()) + "\n"
                + wording().text("approval.reason", Markdown.literal(reason, 300)));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        Approval approval = input.choice("approval", Approval.class);
        if (approval == Approval.APPROVE) {
            complaint.approve();
            variables.route(Route.APPROVED);
        } else {
            complaint.returnProposal(wording().text("approval." + approval, input.text("approvalReason", 1_000)));
            variables.route(Route.RETURNED);
        }
    }
}
