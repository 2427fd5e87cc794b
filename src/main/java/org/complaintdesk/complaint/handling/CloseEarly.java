package org.complaintdesk.complaint.handling;

import java.time.Clock;
import org.complaintdesk.complaint.Complaint;
import org.springframework.stereotype.Component;

/** Closes the case before its flow is through: withdrawn, a duplicate, or the customer cannot be reached. */
@Component
class CloseEarly extends CaseStep {

    private final Clock clock;

    CloseEarly(CaseWork work, Clock clock) {
        super(work);
        this.clock = clock;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        complaint.close(variables.closing(), variables.closingNote(), clock.instant());
    }
}
