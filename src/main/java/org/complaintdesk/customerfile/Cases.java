package org.complaintdesk.customerfile;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/** All cases of customers, of whatever kind. */
@Component
class Cases {

    private final Complaints complaints;
    private final OutsideMatters matters;
    private final Reviews reviews;

    Cases(Complaints complaints, OutsideMatters matters, Reviews reviews) {
        this.complaints = complaints;
        this.matters = matters;
        this.reviews = reviews;
    }

    List<Complaint> complaints(long customer) {
        return complaints.of(customer);
    }

    List<Review> reviews(long customer) {
        return reviews.of(customer);
    }

    /** @return what the reviewer wrote to us, oldest first; complaints keep that by themselves */
    List<ReviewEvent> letters(Review review) {
        return reviews.story(review).stream().filter(event -> event.what() == ReviewHappening.REVIEWER_WROTE).toList();
    }

    /** @return the numbers of all their cases */
    List<String> numbers(Collection<Long> customers) {
        return customers.stream().flatMap(customer -> Stream.concat(
                complaints(customer).stream().map(complaint -> complaint.number().value()),
                reviews(customer).stream().map(review -> review.number().value()))).toList();
    }

    /** @return the numbers of those that are not closed, or about which someone outside still has to be answered */
    List<String> open(Collection<Long> customers) {
        return customers.stream().flatMap(customer -> Stream.concat(
                complaints(customer).stream().filter(this::isOpen).map(complaint -> complaint.number().value()),
                reviews(customer).stream().filter(review -> !review.isClosed()).map(review -> review.number().value()))).toList();
    }

    private boolean isOpen(Complaint complaint) {
        return !complaint.isClosed() || !matters.open(complaint.number()).isEmpty();
    }

    /** @return the customers with a complaint about the order */
    List<Long> customersOf(String orderNumber) {
        return complaints.about(orderNumber).stream().map(Complaint::customerId).distinct().toList();
    }
}
