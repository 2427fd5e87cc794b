package org.complaintdesk.review.handling;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.complaintdesk.assignment.NewWork;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.deadline.ClockTimes;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.ReviewStage;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/** What every task and step of a review has at hand. */
@Component
class ReviewWork {

    /** When a clock strikes that does not run for this review. */
    private static final Date NEVER = Date.from(ClockTimes.NEVER);

    private final Reviews reviews;
    private final Customers customers;
    private final Deadlines deadlines;
    private final ReviewFacts facts;
    private final Wording wording;

    ReviewWork(Reviews reviews, Customers customers, Deadlines deadlines, ReviewFacts facts, Wording wording) {
        this.reviews = reviews;
        this.customers = customers;
        this.deadlines = deadlines;
        this.facts = facts;
        this.wording = wording;
    }

    Review review(ReviewNumber number) {
        return reviews.get(number);
    }

    /** Keeps the review and brings the process' view of it up to date. */
    void keep(Review review, ReviewVariables variables) {
        variables.show(view(reviews.save(review)));
    }

    /** @return what the process shows of a review: to task lists, timers and gateways */
    Map<String, Object> view(Review review) {
        // A review that came in after the platform's window cannot be replied to in time any more: no clock runs for it.
        boolean replyable = review.replyDue().isAfter(review.receivedAt());
        return Map.of("number", review.number().value(), "customerName", customers.byId(review.customerId()).name(),
                "categoryName", wording.of(review.kind()), "severity", review.urgency().name(),
                "priority", review.priority(),
                "replyReminder", replyable ? Date.from(deadlines.reminder(review.postedAt(), review.replyDue())) : NEVER,
                "replyDue", replyable ? Date.from(review.replyDue()) : NEVER);
    }

    /** @return what is to be known of the case when an agent is sought for it */
    NewWork asks(Review review) {
        return NewWork.of(review.shop(), null, review.platform().name(), customers.byId(review.customerId()).language());
    }

    void keepHandler(Review review) {
        reviews.save(review);
    }

    /** @return what every form of the case shows of it */
    String facts(Review review) {
        return facts.of(review);
    }

    /** @return the details of the latest time this happened; empty when it never did */
    Map<String, String> latest(Review review, ReviewHappening what) {
        return reviews.latest(review, what).map(ReviewEvent::details).orElse(Map.of());
    }

    /** @return the details of whatever of these happened last; empty when none of them did */
    Map<String, String> latestOf(Review review, ReviewHappening... any) {
        Set<ReviewHappening> asked = Set.of(any);
        return reviews.story(review).stream().filter(event -> asked.contains(event.what()))
                .reduce((earlier, later) -> later).map(ReviewEvent::details).orElse(Map.of());
    }

    /** @return what a message to colleagues says about the case */
    Map<String, String> staffFacts(Review review) {
        Map<String, String> known = new HashMap<>();
        known.put("customer", customers.byId(review.customerId()).name());
        known.put("orderNumber", review.orderNumber());
        known.put("category", wording.of(review.kind()));
        known.put("severity", wording.of(review.urgency()));
        known.put("problem", review.text());
        known.values().removeIf(Objects::isNull);
        return known;
    }

    /** @return the same about one that is overdue */
    Map<String, String> overdueFacts(Review review) {
        Map<String, String> known = staffFacts(review);
        known.put("reason", wording.of(review.stage()));
        known.put("dueBy", wording.moment(review.stage() == ReviewStage.CONTACTING ? review.contactDue() : review.replyDue()));
        return known;
    }

    Wording wording() {
        return wording;
    }
}
