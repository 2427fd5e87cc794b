package org.complaintdesk.complaint.mediation;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.complaint.handling.CaseStep;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.Route;
import org.springframework.stereotype.Component;

/** The customer answered the agreement themselves: the answer is on the complaint, the mediation follows it. */
@Component
class TakeAgreementAnswer extends CaseStep {

    TakeAgreementAnswer(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        variables.route(complaint.stage() == Stage.EXECUTING ? Route.AGREED : Route.NOT_AGREED);
    }
}
