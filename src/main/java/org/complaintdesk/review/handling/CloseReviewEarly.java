package org.complaintdesk.review.handling;

import java.time.Clock;
import org.complaintdesk.customer.CaseEndedEarly;
import org.complaintdesk.review.Review;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Closes the case before its flow is through: the review is gone, a duplicate, or was taken in by mistake. */
@Component
class CloseReviewEarly extends ReviewStep {

    private final Clock clock;
    private final ApplicationEventPublisher events;

    CloseReviewEarly(ReviewWork work, Clock clock, ApplicationEventPublisher events) {
        super(work);
        this.clock = clock;
        this.events = events;
    }

    @Override
    protected void run(Review review, ReviewVariables variables) {
        review.endEarly(variables.earlyEnd(), variables.closingNote(), clock.instant());
        events.publishEvent(new CaseEndedEarly(review.number().value()));
    }
}
