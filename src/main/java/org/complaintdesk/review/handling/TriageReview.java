package org.complaintdesk.review.handling;

import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.policy.ReviewTriage;
import org.complaintdesk.policy.ReviewTriageProposal;
import org.complaintdesk.review.Review;
import org.springframework.stereotype.Component;

/** Proposes what the review is about and how urgent it is, by the table review-triage. */
@Component
class TriageReview extends ReviewStep {

    private final ReviewTriage triage;
    private final Deadlines deadlines;

    TriageReview(ReviewWork work, ReviewTriage triage, Deadlines deadlines) {
        super(work);
        this.triage = triage;
        this.deadlines = deadlines;
    }

    @Override
    protected void run(Review review, ReviewVariables variables) {
        ReviewTriageProposal proposal = triage.propose(review.text(), review.rating());
        review.triaged(proposal.kind(), proposal.urgency(), proposal.priority(), proposal.basis(),
                deadlines.due("ContactReviewer", proposal.urgency(), review.receivedAt()));
    }
}
