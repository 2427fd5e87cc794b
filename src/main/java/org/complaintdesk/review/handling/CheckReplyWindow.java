package org.complaintdesk.review.handling;

import java.time.Clock;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewStage;
import org.springframework.stereotype.Component;

/** Whether the platform still takes a public reply: until the time that the table public-reply gave when the review came in. */
@Component
class CheckReplyWindow extends ReviewStep {

    private final Clock clock;

    CheckReplyWindow(ReviewWork work, Clock clock) {
        super(work);
        this.clock = clock;
    }

    @Override
    protected void run(Review review, ReviewVariables variables) {
        boolean open = clock.instant().isBefore(review.replyDue());
        if (!open) {
            review.notReplying(wording().text("reply.window-closed", wording().moment(review.replyDue())));
        } else if (review.stage() == ReviewStage.AWAITING_COMPLAINT) {
            review.replyNext(wording().text("reply.window-closing", wording().moment(review.replyDue())));
        }
        variables.route(open ? ReviewRoute.WINDOW_OPEN : ReviewRoute.WINDOW_CLOSED);
    }
}
