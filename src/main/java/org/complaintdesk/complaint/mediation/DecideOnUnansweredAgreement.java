package org.complaintdesk.complaint.mediation;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Silence;
import org.complaintdesk.complaint.handling.CaseStep;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.CustomerPatience;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.Route;
import org.springframework.stereotype.Component;

/** The customer did not answer the agreement: asks the table customer-silence what that means. */
@Component
class DecideOnUnansweredAgreement extends CaseStep {

    private final CustomerPatience patience;

    DecideOnUnansweredAgreement(CaseWork work, CustomerPatience patience) {
        super(work);
        this.patience = patience;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Silence silence = patience.verdict(complaint);
        complaint.silent(silence);
        variables.route(silence == Silence.CLOSE ? Route.NO_ANSWER : Route.KEEP_ASKING);
    }
}
