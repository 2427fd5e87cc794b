package org.complaintdesk.review.handling;

import org.complaintdesk.casework.Escalation;
import org.complaintdesk.review.Review;
import org.springframework.stereotype.Component;

/** Brings an overdue review before the next level: supervisors first, then managers. */
@Component
class EscalateReview extends ReviewStep {

    private final Escalation escalation;

    EscalateReview(ReviewWork work, Escalation escalation) {
        super(work);
        this.escalation = escalation;
    }

    @Override
    protected void run(Review review, ReviewVariables variables) {
        Escalation.Level level = escalation.raise(variables.escalation(), review.escalationLevel(), review.urgency());
        review.escalate(level.number());
        escalation.announce(level, review.number().value(), review.priority(), work.overdueFacts(review));
    }
}
