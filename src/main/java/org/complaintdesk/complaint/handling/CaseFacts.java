package org.complaintdesk.complaint.handling;

import static org.complaintdesk.casework.FactSheet.joined;

import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.casework.FactSheet;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.TimelineText;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * The facts of a complaint for its forms: what the case is, who complains, about which order, by when, in whose words,
 * and what was said so far.
 */
@Component
class CaseFacts {

    private final Complaints complaints;
    private final Customers customers;
    private final TimelineText timeline;
    private final FactSheet sheet;
    private final Wording wording;

    CaseFacts(Complaints complaints, Customers customers, TimelineText timeline, FactSheet sheet, Wording wording) {
        this.complaints = complaints;
        this.customers = customers;
        this.timeline = timeline;
        this.sheet = sheet;
        this.wording = wording;
    }

    String of(Complaint complaint) {
        return sheet.of(head(complaint), complaints.story(complaint), this::happened);
    }

    private String happened(CaseEvent event) {
        return "%s %s".formatted(wording.moment(event.at()), Markdown.literal(timeline.of(event), 120));
    }

    private List<String> head(Complaint complaint) {
        Customer customer = customers.byId(complaint.customerId());
        String category = complaint.diagnosis() == null ? null : wording.of(complaint.diagnosis().category());
        List<String> lines = new ArrayList<>();
        lines.add(joined("**" + complaint.number() + "**", category,
                complaint.diagnosis() == null ? null : wording.of(complaint.severity()),
                wording.of(complaint.channel()) + " / " + Markdown.literal(complaint.shop(), 40),
                complaint.reopened() == 0 ? null : wording.text("facts.reopened", complaint.reopened())));
        lines.add(sheet.line("facts.customer", customer.name(), customer.phone(), customer.email(), customer.platformId()));
        lines.add(sheet.line("facts.order", complaint.orderNumber(),
                complaint.orderAmount() == null ? null : complaint.orderAmount().format()));
        lines.add(joined(sheet.line("facts.received", wording.moment(complaint.receivedAt())),
                sheet.line("facts.due", wording.moment(complaint.settlementDue())),
                FactSheet.link("/cases/" + complaint.number(), wording.text("facts.open")),
                FactSheet.link("/cases/" + complaint.number() + "/evidence", wording.text("facts.evidence"))));
        if (customers.refusesContact(complaint.customerId())) {
            lines.add("**" + wording.text("facts.do-not-contact") + "**");
        }
        if (complaint.reviewNumber() != null) {
            lines.add(joined(sheet.line("facts.review", complaint.reviewNumber()),
                    FactSheet.link("/reviews/" + complaint.reviewNumber(), wording.text("facts.open-review"))));
        }
        lines.add("");
        lines.add("> " + Markdown.literal(complaint.description(), 300));
        if (complaint.desiredOutcome() != null) {
            lines.add("");
            lines.add(sheet.line("facts.wish", complaint.desiredOutcome()));
        }
        return lines;
    }
}
