package org.complaintdesk.complaint.handling;

import java.time.Clock;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.springframework.stereotype.Component;

/** Closes the case: the customer is satisfied, no agreement was reached, or no answer came. */
@Component
class CloseComplaint extends CaseStep {

    private final Clock clock;

    CloseComplaint(CaseWork work, Clock clock) {
        super(work);
        this.clock = clock;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        complaint.close(switch (variables.route()) {
            case SATISFIED -> Closing.SATISFIED;
            case NO_ANSWER -> Closing.NO_ANSWER;
            default -> Closing.NOT_AGREED;
        }, null, clock.instant());
    }
}
