package org.complaintdesk.complaint.handling;

import java.time.Clock;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.CaseEndedEarly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Closes the case before its flow is through: withdrawn, a duplicate, or the customer cannot be reached. */
@Component
class CloseEarly extends CaseStep {

    private final Clock clock;
    private final ApplicationEventPublisher events;

    CloseEarly(CaseWork work, Clock clock, ApplicationEventPublisher events) {
        super(work);
        this.clock = clock;
        this.events = events;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        complaint.close(variables.closing(), variables.closingNote(), clock.instant());
        events.publishEvent(new CaseEndedEarly(complaint.number().value()));
    }
}
