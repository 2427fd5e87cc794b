package org.complaintdesk.complaint.handling;

import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Waiting;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Waiting in words: for the colleague whose task waits, and for the customer who is waited for. */
@Component
public class WaitingText {

    private final CustomerPatience patience;
    private final Customers customers;
    private final Wording wording;

    WaitingText(CustomerPatience patience, Customers customers, Wording wording) {
        this.patience = patience;
        this.customers = customers;
        this.wording = wording;
    }

    /**
     * @return when the customer is reminded and what happens without an answer, as Markdown; empty when nothing is awaited
     */
    public String forStaff(Complaint complaint) {
        Waiting waiting = complaint.waiting();
        if (waiting == null) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(wording.text("waiting.by-itself." + waiting.what()));
        lines.add(reminder(complaint));
        lines.add(after(complaint));
        if (customers.refusesContact(complaint.customerId())) {
            lines.add("**" + wording.text("waiting.do-not-contact") + "**");
        }
        return String.join("\n", lines);
    }

    private String reminder(Complaint complaint) {
        return wording.text(patience.hasReminded(complaint) ? "waiting.reminded" : "waiting.reminds",
                wording.moment(patience.remindsAt(complaint)));
    }

    private String after(Complaint complaint) {
        Waiting waiting = complaint.waiting();
        if (waiting.what() == WaitingFor.RATING) {
            return wording.text("waiting.rating-stays");
        }
        return waiting.until() == null ? wording.text("waiting.person")
                : wording.text("waiting.policy", wording.moment(waiting.until()),
                        wording.of(patience.verdict(complaint)));
    }

    /** @return what happens without an answer, as the customer is told */
    String forCustomer(Complaint complaint) {
        return wording.text("waiting.customer." + patience.verdict(complaint), wording.moment(complaint.waiting().until()));
    }
}
