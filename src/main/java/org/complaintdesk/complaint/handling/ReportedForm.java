package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.platform.FormInput;

/** The start form {@code take-down-complaint}, read. */
final class ReportedForm {

    /** What the engine keeps of a submitted text; a longer one arrives by the API. */
    private static final int LONGEST_VARIABLE = 4_000;

    private ReportedForm() {
    }

    static NewComplaint read(FormInput input) {
        return new NewComplaint(input.text("shop", 100), input.choice("channel", Channel.class),
                input.optionalText("externalId", 100), input.optionalText("orderNumber", 64),
                CaseTask.money(input, "orderAmount"), input.text("description", LONGEST_VARIABLE),
                input.optionalTime("occurredAt"), input.optionalText("desiredOutcome", 2_000),
                new Contact(input.text("customerName", 100), input.optionalText("email", 254),
                        input.optionalText("phone", 40), input.optionalText("platformId", 100)));
    }
}
