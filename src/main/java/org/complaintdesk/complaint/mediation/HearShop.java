package org.complaintdesk.complaint.mediation;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.handling.CaseTask;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent takes down the shop's side and evidence. */
@Component
class HearShop extends CaseTask {

    HearShop(CaseWork work) {
        super(work);
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        complaint.heard(Happening.SHOP_HEARD, input.text("shopStatement", 2_000), input.optionalText("shopEvidence", 2_000));
    }
}
