package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Silence;
import org.springframework.stereotype.Component;

/** The customer did not answer the proposal: asks the table customer-silence what that means. */
@Component
class DecideOnSilence extends CaseStep {

    private final CustomerPatience patience;

    DecideOnSilence(CaseWork work, CustomerPatience patience) {
        super(work);
        this.patience = patience;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Silence silence = patience.verdict(complaint);
        complaint.silent(silence);
        variables.route(switch (silence) {
            case ACCEPT -> Route.ACCEPTED;
            case CLOSE -> Route.NO_ANSWER;
            default -> Route.KEEP_ASKING;
        });
    }
}
