package org.complaintdesk.review.handling;

import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintConcluded;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.review.Reviews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the reviews go on that wait for a complaint. What they do next runs in a job of its own: a failure there never
 * holds up the complaint. A duplicate is no result: the reviews then wait for its original.
 */
@Component
class ComplaintConcludedListener {

    private final Reviews reviews;
    private final Complaints complaints;
    private final RuntimeService runtime;
    private final AsSystem system;

    ComplaintConcludedListener(Reviews reviews, Complaints complaints, RuntimeService runtime, AsSystem system) {
        this.reviews = reviews;
        this.complaints = complaints;
        this.runtime = runtime;
        this.system = system;
    }

    @EventListener
    void goOn(ComplaintConcluded concluded) {
        Complaint last = complaints.goesOnAs(concluded.number());
        if (!last.number().equals(concluded.number())) {
            reviews.follow(concluded.number(), last.number())
                    .forEach(review -> complaints.link(last.number(), review.number().value()));
        }
        if (last.isClosed()) {
            letGoOn(last.number());
        }
    }

    private void letGoOn(ComplaintNumber complaint) {
        reviews.waitingFor(complaint).forEach(review -> system.run(() -> runtime
                .createMessageCorrelation("ComplaintConcluded").processInstanceBusinessKey(review.number().value())
                .correlateAll()));
    }
}
