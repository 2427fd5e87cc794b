package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.CustomerNotReached;
import org.complaintdesk.customer.CustomerTold;
import org.complaintdesk.customer.UpdateResent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes on the complaint's timeline what an agent told the customer by chat or phone, sent once more, or what never arrived. */
@Component
class CustomerToldListener {

    private final Complaints complaints;

    CustomerToldListener(Complaints complaints) {
        this.complaints = complaints;
    }

    @EventListener
    void note(UpdateResent update) {
        if (ComplaintNumber.isNumber(update.caseNumber())) {
            Complaint complaint = complaints.get(new ComplaintNumber(update.caseNumber()));
            complaint.resent(update.kind().name(), update.newAddress());
            complaints.save(complaint);
        }
    }

    @EventListener
    void note(CustomerNotReached mail) {
        if (ComplaintNumber.isNumber(mail.caseNumber())) {
            Complaint complaint = complaints.lock(new ComplaintNumber(mail.caseNumber()));
            complaint.notReached(mail.kind().name());
            complaints.save(complaint);
        }
    }

    @EventListener
    void note(CustomerTold told) {
        if (ComplaintNumber.isNumber(told.caseNumber())) {
            Complaint complaint = complaints.get(new ComplaintNumber(told.caseNumber()));
            complaint.told(told.kind().name(), told.via(), told.note());
            complaints.save(complaint);
        }
    }
}
