package org.complaintdesk.review.handling;

import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.compliance.ComplianceRuling;
import org.complaintdesk.compliance.Verdict;
import org.complaintdesk.review.Review;
import org.springframework.stereotype.Component;

/** Asks the compliance gate whether a supervisor must approve the reply. No reply needs no approval. */
@Component
class CheckCompliance extends ReviewStep {

    private final Compliance compliance;

    CheckCompliance(ReviewWork work, Compliance compliance) {
        super(work);
        this.compliance = compliance;
    }

    @Override
    protected void run(Review review, ReviewVariables variables) {
        ComplianceRuling ruling = compliance.check(review.reply());
        boolean clear = ruling.verdict() == Verdict.CLEAR;
        if (!clear) {
            review.needApproval(compliance.explain(ruling));
        }
        variables.route(clear ? ReviewRoute.NO_APPROVAL : ReviewRoute.APPROVAL);
    }
}
