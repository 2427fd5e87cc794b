package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent completes what arrived without everything in it. */
@Component
class RecordComplaint extends CaseTask {

    private final Customers customers;

    RecordComplaint(CaseWork work, Customers customers) {
        super(work);
        this.customers = customers;
    }

    @Override
    protected void started(Complaint complaint, TaskForm form) {
        Customer customer = customers.byId(complaint.customerId());
        form.prefill("email", customer.email());
        form.prefill("phone", customer.phone());
        form.prefill("platformId", customer.platformId());
        form.prefill("orderNumber", complaint.orderNumber());
        form.prefill("orderAmount", complaint.orderAmount() == null ? null : complaint.orderAmount().yuan().doubleValue());
        form.prefill("desiredOutcome", complaint.desiredOutcome());
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        customers.updateContact(complaint.customerId(), new Contact(input.text("customerName", 100),
                input.optionalText("email", 254), input.optionalText("phone", 40), input.optionalText("platformId", 100)));
        complaint.complete(input.optionalText("orderNumber", 64), money(input, "orderAmount"),
                input.optionalText("desiredOutcome", 2_000), input.optionalText("supplement", 2_000));
    }
}
