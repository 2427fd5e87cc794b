package org.complaintdesk.complaint.mediation;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.handling.CaseTask;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent takes down the customer's side and evidence. */
@Component
class HearCustomer extends CaseTask {

    HearCustomer(CaseWork work) {
        super(work);
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        complaint.heard(Happening.CUSTOMER_HEARD, input.text("customerStatement", 2_000), input.optionalText("customerEvidence", 2_000));
    }
}
