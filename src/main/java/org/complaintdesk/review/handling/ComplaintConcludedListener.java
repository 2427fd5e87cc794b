package org.complaintdesk.review.handling;

import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.complaint.ComplaintConcluded;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.review.Reviews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the reviews go on that wait for a complaint. What they do next runs in a job of its own: a failure there never
 * holds up the complaint.
 */
@Component
class ComplaintConcludedListener {

    private final Reviews reviews;
    private final RuntimeService runtime;
    private final AsSystem system;

    ComplaintConcludedListener(Reviews reviews, RuntimeService runtime, AsSystem system) {
        this.reviews = reviews;
        this.runtime = runtime;
        this.system = system;
    }

    @EventListener
    void goOn(ComplaintConcluded concluded) {
        reviews.waitingFor(concluded.number()).forEach(review -> system.run(() -> runtime
                .createMessageCorrelation("ComplaintConcluded").processInstanceBusinessKey(review.number().value())
                .correlateAll()));
    }
}
