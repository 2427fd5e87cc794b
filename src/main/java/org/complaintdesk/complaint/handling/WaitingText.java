package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Clock clock;

    WaitingText(CustomerPatience patience, Customers customers, Wording wording, Clock clock) {
        this.patience = patience;
        this.customers = customers;
        this.wording = wording;
        this.clock = clock;
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
        reminder(complaint).ifPresent(lines::add);
        lines.add(after(complaint));
        if (customers.refusesContact(complaint.customerId())) {
            lines.add("**" + wording.text("waiting.do-not-contact") + "**");
        }
        return String.join("\n", lines);
    }

    /** Empty when the reminder was passed over because the customer did not know yet of what, as they do now. */
    private Optional<String> reminder(Complaint complaint) {
        if (complaint.waiting().what() != WaitingFor.RATING && patience.isUntold(complaint)) {
            return Optional.of("**" + wording.text("waiting.untold") + "**");
        }
        if (patience.hasReminded(complaint)) {
            return Optional.of(wording.text("waiting.reminded"));
        }
        Instant due = patience.remindsAt(complaint);
        return due.isBefore(clock.instant()) ? Optional.empty() : Optional.of(wording.text("waiting.reminds", wording.moment(due)));
    }

    private String after(Complaint complaint) {
        Waiting waiting = complaint.waiting();
        if (waiting.what() == WaitingFor.RATING) {
            return wording.text("waiting.rating-stays");
        }
        return waiting.until() == null ? wording.text("waiting.person")
                : wording.text("waiting.policy", wording.moment(waiting.until()),
                        wording.of(patience.expected(complaint)));
    }

    /** @return what happens without an answer, as the customer is told */
    String forCustomer(Complaint complaint) {
        return wording.text("waiting.customer." + patience.expected(complaint), wording.moment(complaint.waiting().until()));
    }
}
