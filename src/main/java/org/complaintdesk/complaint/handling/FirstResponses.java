package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.FirstResponse;
import org.complaintdesk.complaint.FirstResponse.Via;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** A person's first response that no step of the flow has made; what goes to the customer by mail passes the gate. */
@Component
class FirstResponses {

    private static final int NOTE_LENGTH = 1_000;
    private static final int TEXT_LENGTH = 2_000;
    private static final int QUOTED = 600;

    private final Complaints complaints;
    private final CustomerMessages messages;
    private final Customers customers;
    private final CaseWork work;
    private final SignedIn signedIn;
    private final Wording wording;

    FirstResponses(Complaints complaints, CustomerMessages messages, Customers customers, CaseWork work, SignedIn signedIn,
                   Wording wording) {
        this.complaints = complaints;
        this.messages = messages;
        this.customers = customers;
        this.work = work;
        this.signedIn = signedIn;
        this.wording = wording;
    }

    void record(ComplaintNumber number, FirstResponse entered) {
        Complaint complaint = complaints.lock(number);
        if (!complaints.awaitsFirstResponse(number)) {
            throw new InvalidInput("via", wording.text("first-response.already"));
        }
        FirstResponse response = checked(complaint, entered);
        complaint.respondFirst(response);
        complaints.save(complaint);
        if (response.text() != null) {
            messages.answered(number, response.text(), signedIn.person().orElse(null));
            Map<String, String> facts = new HashMap<>();
            facts.put("orderNumber", complaint.orderNumber());
            facts.put("question", work.customerText().repeated(CleanText.cut(complaint.description(), QUOTED)));
            facts.put("answer", response.text());
            work.tellCustomer(complaint, UpdateKind.ANSWER, facts);
        }
    }

    private FirstResponse checked(Complaint complaint, FirstResponse entered) {
        if (entered.via() == null) {
            throw wording.invalid("via", "input.not-chosen");
        }
        String note = within("note", entered.note(), NOTE_LENGTH);
        String text = work.customerText().allowed("answerText", within("answerText", entered.text(), TEXT_LENGTH));
        if (entered.via() == Via.MAIL && text == null) {
            throw wording.invalid("answerText", "input.missing");
        }
        if (note == null && text == null) {
            throw wording.invalid("note", "input.missing");
        }
        if (text != null && !customers.hasUsableAddress(complaint.customerId())) {
            throw new InvalidInput("answerText", wording.text("first-response.no-address"));
        }
        return new FirstResponse(entered.via(), note, text);
    }

    private String within(String field, String entered, int limit) {
        String text = CleanText.of(entered);
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        if (length > limit) {
            throw wording.invalid(field, "input.too-long", limit, length);
        }
        return text;
    }
}
