package org.complaintdesk.review.handling;

import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.review.Review;
import org.springframework.stereotype.Component;

/** An agent reports a review that breaks the platform's rules, with evidence, or decides against it. */
@Component
class ReportReview extends ReviewTask {

    /** What the agent did. */
    private enum ReportOutcome {
        REPORTED, NOT_REPORTED
    }

    ReportReview(ReviewWork work, CaseHandler handlers) {
        super(work, handlers);
    }

    @Override
    protected void completed(Review review, FormInput input, ReviewVariables variables) {
        if (input.choice("reportOutcome", ReportOutcome.class) == ReportOutcome.REPORTED) {
            review.reported(input.optionalText("reportReference", 100), input.text("reportEvidence", 2_000));
            variables.route(ReviewRoute.REPORTED);
        } else {
            review.notReported(input.text("notReportedReason", 1_000));
            variables.route(ReviewRoute.NOT_REPORTED);
        }
    }
}
