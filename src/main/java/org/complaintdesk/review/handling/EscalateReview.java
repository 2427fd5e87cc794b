package org.complaintdesk.review.handling;

import java.util.Map;
import org.complaintdesk.casework.Escalation;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewStage;
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
        Map<String, String> facts = work.staffFacts(review);
        facts.put("reason", wording().of(review.stage()));
        facts.put("dueBy", wording().moment(
                review.stage() == ReviewStage.CONTACTING ? review.contactDue() : review.replyDue()));
        escalation.announce(level, review.number().value(), review.priority(), facts);
    }
}
