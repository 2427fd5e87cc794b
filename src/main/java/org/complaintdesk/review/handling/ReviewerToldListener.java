package org.complaintdesk.review.handling;

import org.complaintdesk.customer.CustomerTold;
import org.complaintdesk.review.Reviews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes on the review's timeline what an agent told the reviewer by chat or phone. */
@Component
class ReviewerToldListener {

    private final Reviews reviews;

    ReviewerToldListener(Reviews reviews) {
        this.reviews = reviews;
    }

    @EventListener
    void note(CustomerTold told) {
        reviews.find(told.caseNumber()).ifPresent(review -> {
            review.told(told.kind().name(), told.via(), told.note());
            reviews.save(review);
        });
    }
}
