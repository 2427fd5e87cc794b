package org.complaintdesk.review.handling;

import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.compliance.ComplianceRuling;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHappening;
import org.springframework.stereotype.Component;

/** A supervisor approves a reply that the compliance gate cannot clear, or returns it with a reason. */
@Component
class ApproveReply extends ReviewTask {

    /** What the supervisor decides. */
    private enum Approval {
        APPROVE, RETURN
    }

    private final Compliance compliance;

    ApproveReply(ReviewWork work, CaseHandler handlers, Compliance compliance) {
        super(work, handlers);
        this.compliance = compliance;
    }

    @Override
    protected void shown(Review review, TaskForm form) {
        String reason = work.latest(review, ReviewHappening.APPROVAL_NEEDED).getOrDefault("note", "–");
        form.show("replyToApprove", Markdown.verbatim(review.reply()));
        form.show("approvalNeeded", wording().text("approval.reason", Markdown.literal(reason, 500)));
    }

    @Override
    protected void completed(Review review, FormInput input, ReviewVariables variables) {
        if (input.choice("approval", Approval.class) == Approval.RETURN) {
            review.returned(input.text("approvalReason", 1_000));
            variables.route(ReviewRoute.RETURNED);
            return;
        }
        // A word list may have changed since the reply was written.
        ComplianceRuling ruling = compliance.check(review.reply());
        if (ruling.isForbidden()) {
            throw input.refused("reply", compliance.explain(ruling));
        }
        review.approved();
        variables.route(ReviewRoute.APPROVED);
    }
}
