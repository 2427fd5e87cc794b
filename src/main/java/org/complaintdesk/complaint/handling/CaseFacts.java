package org.complaintdesk.complaint.handling;

import static org.complaintdesk.casework.FactSheet.joined;

import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.casework.FactSheet;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.Goods;
import org.complaintdesk.complaint.KeptMessage;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.Payments;
import org.complaintdesk.complaint.TimelineText;
import org.complaintdesk.complaint.Waiting;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/**
 * The facts of a complaint for its forms: what the case is, who complains, about which order, by when, in whose words,
 * and what was said so far.
 */
@Component
class CaseFacts {

    /** So many unread messages, and open matters; all of them are in the case file. */
    private static final int SHOWN = 3;

    private final Complaints complaints;
    private final CustomerMessages messages;
    private final OutsideMatters matters;
    private final Customers customers;
    private final TimelineText timeline;
    private final FactSheet sheet;
    private final Wording wording;

    CaseFacts(Complaints complaints, CustomerMessages messages, OutsideMatters matters, Customers customers,
              TimelineText timeline, FactSheet sheet, Wording wording) {
        this.complaints = complaints;
        this.messages = messages;
        this.matters = matters;
        this.customers = customers;
        this.timeline = timeline;
        this.sheet = sheet;
        this.wording = wording;
    }

    String of(Complaint complaint) {
        List<CaseEvent> story = complaints.story(complaint);
        return sheet.of(head(complaint, story), story, this::happened);
    }

    private String happened(CaseEvent event) {
        return "%s %s".formatted(wording.moment(event.at()), Markdown.literal(timeline.of(event), 120));
    }

    private String waiting(Waiting waiting) {
        return joined("**" + wording.of(waiting.what()) + "**",
                wording.text("facts.waiting-since", wording.moment(waiting.since())),
                waiting.answerBy() == null ? null : wording.text("facts.answer-by", wording.moment(waiting.answerBy())),
                waiting.until() == null ? null : wording.text("facts.waiting-until", wording.moment(waiting.until())));
    }

    private List<String> head(Complaint complaint, List<CaseEvent> story) {
        Customer customer = customers.byId(complaint.customerId());
        String category = complaint.diagnosis() == null ? null : wording.of(complaint.diagnosis().category());
        List<String> lines = new ArrayList<>();
        lines.add(joined("**" + complaint.number() + "**", category,
                complaint.diagnosis() == null ? null : wording.of(complaint.severity()),
                wording.of(complaint.channel()) + " / " + Markdown.literal(complaint.shop(), 40),
                complaint.reopened() == 0 ? null : wording.text("facts.reopened", complaint.reopened())));
        lines.add(sheet.line("facts.customer", customer.name(), Masked.phone(customer.phone()),
                Masked.email(customer.email()), customer.platformId()));
        lines.add(sheet.line("facts.order", complaint.orderNumber(),
                complaint.orderAmount() == null ? null : complaint.orderAmount().format()));
        Money paid = Payments.beforeReopening(story);
        if (!paid.isZero()) {
            lines.add(sheet.line("facts.paid-before", paid.format(), wording.text("facts.paid-before.counts")));
        }
        if (complaint.goods() == Goods.WITH_US) {
            lines.add("**" + wording.text("facts.goods-here") + "**");
        }
        lines.add(joined(sheet.line("facts.received", wording.moment(complaint.receivedAt())),
                sheet.line("facts.due", complaint.isSettlementPaused() ? wording.text("cases.due-paused")
                        : wording.moment(complaint.settlementDue())),
                FactSheet.link("/cases/" + complaint.number(), wording.text("facts.open")),
                FactSheet.link("/cases/" + complaint.number() + "/evidence", wording.text("facts.evidence"))));
        if (customers.refusesContact(complaint.customerId())) {
            lines.add("**" + wording.text("facts.do-not-contact") + "**");
        }
        if (complaint.waiting() != null) {
            lines.add(waiting(complaint.waiting()));
        }
        if (complaint.reviewNumber() != null) {
            lines.add(joined(sheet.line("facts.review", complaint.reviewNumber()),
                    FactSheet.link("/reviews/" + complaint.reviewNumber(), wording.text("facts.open-review"))));
        }
        lines.addAll(outside(complaint));
        fromCustomer(complaint).forEach(lines::add);
        lines.add("");
        lines.add("> " + Markdown.literal(complaint.description(), 300));
        if (complaint.desiredOutcome() != null) {
            lines.add("");
            lines.add(sheet.line("facts.wish", complaint.desiredOutcome()));
        }
        return lines;
    }

    /** What is open with others outside. */
    private List<String> outside(Complaint complaint) {
        return matters.open(complaint.number()).stream().limit(SHOWN).map(matters::look).map(matter -> joined(
                "**" + wording.text("facts.matter") + "** " + Markdown.literal(matter.title(), 80), wording.of(matter.matter().whoActs()),
                wording.text("facts.matter-due", wording.moment(matter.dueAt())),
                FactSheet.link("/cases/" + complaint.number() + "/matters", wording.text("facts.open-matters")))).toList();
    }

    /** What the customer wrote that nobody has read. */
    private List<String> fromCustomer(Complaint complaint) {
        List<String> lines = new ArrayList<>();
        List<KeptMessage> unread = messages.unread(complaint.number());
        if (!unread.isEmpty()) {
            lines.add("**" + wording.text("facts.unread", unread.size()) + "**");
            unread.subList(Math.max(0, unread.size() - SHOWN), unread.size()).forEach(message -> lines.add(unread(message)));
        }
        if (!complaint.isContactConfirmed()) {
            lines.add("**" + wording.text("facts.unconfirmed") + "**");
        }
        return lines;
    }

    private String unread(KeptMessage message) {
        String files = message.files().isEmpty() ? null : wording.text("timeline.files", message.files().size());
        return joined(wording.moment(message.at()),
                message.verified() ? null : "**" + wording.text("facts.unverified", Markdown.literal(message.from(), 60)) + "**",
                Markdown.literal(message.text(), 120), files);
    }
}
