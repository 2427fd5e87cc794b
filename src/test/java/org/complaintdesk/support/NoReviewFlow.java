package org.complaintdesk.support;

import java.time.Clock;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHandling;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.Reviews;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;

/** Stands in for the review flow where there is none. */
@TestConfiguration(proxyBeanMethods = false)
public class NoReviewFlow {

    @Bean
    @Fallback
    ReviewHandling noReviewFlow(@Lazy Reviews reviews, Wording wording, Clock clock) {
        return new ReviewHandling() {

            @Override
            public void begin(Review review) {
            }

            @Override
            public void endEarly(ReviewNumber number, EarlyEnd end, String note) {
                Review review = reviews.get(number);
                review.endEarly(end, note, clock.instant());
                reviews.save(review);
            }

            @Override
            public void complaintConcluded(ReviewNumber number, Closing closing) {
                Review review = reviews.get(number);
                review.complaintConcluded(wording.of(closing));
                reviews.save(review);
            }
        };
    }
}
