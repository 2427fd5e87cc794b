package org.complaintdesk.review.handling;

import java.util.Optional;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.review.Review;
import org.springframework.stereotype.Component;

/** Makes the genuine problem a complaint, linked both ways: the one the agent named, where it goes on, or a new one. */
@Component
class OpenComplaintForReview extends ReviewStep {

    private final Complaints complaints;
    private final Customers customers;

    OpenComplaintForReview(ReviewWork work, Complaints complaints, Customers customers) {
        super(work);
        this.complaints = complaints;
        this.customers = customers;
    }

    @Override
    protected void run(Review review, ReviewVariables variables) {
        Optional<ComplaintNumber> known = variables.complaintToLink().map(named -> complaints.goesOnAs(named).number());
        if (known.isPresent()) {
            complaints.link(known.get(), review.number().value());
            review.linked(known.get());
        } else {
            review.opened(complaints.registerFor(review.customerId(), complaint(review, variables.complaintWish())).number());
        }
        variables.complaintIsKnown();
        Complaint complaint = complaints.get(review.complaintNumber());
        variables.route(complaint.isClosed() ? ReviewRoute.COMPLAINT_OVER : ReviewRoute.AWAIT_COMPLAINT);
    }

    private NewComplaint complaint(Review review, String wish) {
        Customer customer = customers.byId(review.customerId());
        // The customer reads it too, so what the agent noted stays with the review.
        String problem = review.text() == null ? wording().text("review.no-text", review.rating()) : review.text();
        return new NewComplaint(review.shop(), review.platform(), null, review.orderNumber(), null, problem,
                review.postedAt(), wish, new Contact(customer.name(), customer.email(), customer.phone(), customer.platformId()),
                review.number().value());
    }
}
