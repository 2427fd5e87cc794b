package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.platform.FormInput;

/** The start form {@code take-down-complaint}, read. */
final class ReportedForm {

    private ReportedForm() {
    }

    static NewComplaint read(FormInput input) {
        return new NewComplaint(input.text("shop", 100), input.choice("channel", Channel.class),
                input.optionalText("externalId", 100), input.optionalText("orderNumber", 64),
                CaseTask.money(input, "orderAmount"), input.text("description", 10_000),
                input.optionalTime("occurredAt"), input.optionalText("desiredOutcome", 2_000),
                new Contact(input.text("customerName", 100), input.optionalText("email", 254),
                        input.optionalText("phone", 40), input.optionalText("platformId", 100)));
    }
}
