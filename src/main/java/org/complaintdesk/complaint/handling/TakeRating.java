package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.springframework.stereotype.Component;

/** The customer said themselves what they think of the result, so that nobody has to ask. */
@Component
class TakeRating extends CaseStep {

    TakeRating(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        variables.route(complaint.rating().solved() ? Route.SATISFIED : Route.UNSATISFIED);
    }
}
