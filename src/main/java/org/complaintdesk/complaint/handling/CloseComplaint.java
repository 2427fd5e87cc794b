package org.complaintdesk.complaint.handling;

import java.time.Clock;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.springframework.stereotype.Component;

/** Closes the case: the customer is satisfied, or no agreement was reached. */
@Component
class CloseComplaint extends CaseStep {

    private final Clock clock;

    CloseComplaint(CaseWork work, Clock clock) {
        super(work);
        this.clock = clock;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Closing how = variables.route() == Route.SATISFIED ? Closing.SATISFIED : Closing.NOT_AGREED;
        complaint.close(how, null, clock.instant());
    }
}
