package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.Customers;
import org.springframework.stereotype.Component;

/**
 * Whether the customer can be asked by mail what they think of the result: not who cannot be reached that way, who wants no
 * surveys or no contact at all, and not who never complained to us, because a review made us open the case.
 */
@Component
class CheckSurvey extends CaseStep {

    private final CustomerPatience patience;
    private final Customers customers;

    CheckSurvey(CaseWork work, CustomerPatience patience, Customers customers) {
        super(work);
        this.patience = patience;
        this.customers = customers;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        variables.route(isWelcome(complaint) ? Route.SURVEY : Route.NO_SURVEY);
    }

    private boolean isWelcome(Complaint complaint) {
        return patience.isReachable(complaint) && !complaint.isOpenedFromReview()
                && !customers.refusesToBeAsked(complaint.customerId());
    }
}
