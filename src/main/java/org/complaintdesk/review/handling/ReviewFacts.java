package org.complaintdesk.review.handling;

import static org.complaintdesk.casework.FactSheet.joined;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.casework.FactSheet;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.ReviewTimelineText;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/**
 * The facts of a review for its forms: what it says, who wrote it about which order, by when to act, what else is known of
 * this order and customer, and what happened so far.
 */
@Component
class ReviewFacts {

    /** Leaves room for what happened; a text of nothing but marks takes six times its length. */
    private static final int LONGEST_HEAD = 3_400;
    private static final int[] TEXT_LENGTHS = {600, 300, 100, 30};
    private static final int RELATED = 5;

    private final Reviews reviews;
    private final Complaints complaints;
    private final Customers customers;
    private final ReviewTimelineText timeline;
    private final FactSheet sheet;
    private final Shops shops;
    private final Wording wording;

    ReviewFacts(Reviews reviews, Complaints complaints, Customers customers, ReviewTimelineText timeline, FactSheet sheet,
                Shops shops, Wording wording) {
        this.reviews = reviews;
        this.complaints = complaints;
        this.customers = customers;
        this.timeline = timeline;
        this.sheet = sheet;
        this.shops = shops;
        this.wording = wording;
    }

    String of(Review review) {
        List<ReviewEvent> story = reviews.story(review);
        return sheet.of(head(review, story), story, this::happened);
    }

    private String happened(ReviewEvent event) {
        return "%s %s".formatted(wording.moment(event.at()), Markdown.literal(timeline.of(event), 120));
    }

    private List<String> head(Review review, List<ReviewEvent> story) {
        List<String> known = new ArrayList<>(caseAndCustomer(review));
        List<String> said = new ArrayList<>();
        for (int length : TEXT_LENGTHS) {
            said = said(review, story, length);
            if (length(known) + length(said) <= LONGEST_HEAD) {
                break;
            }
        }
        known.addAll(said);
        for (String line : related(review)) {
            if (length(known) + line.length() <= LONGEST_HEAD) {
                known.add(line);
            }
        }
        return known;
    }

    private List<String> caseAndCustomer(Review review) {
        Customer customer = customers.byId(review.customerId());
        List<String> lines = new ArrayList<>();
        lines.add(joined("**" + review.number() + "**", wording.of(review.kind()), wording.of(review.urgency()),
                wording.of(review.platform()) + " / " + Markdown.literal(review.shop(), 40),
                wording.text("facts.rating", review.rating())));
        lines.add(sheet.line("facts.reviewer", customer.name(), Masked.phone(customer.phone()),
                Masked.email(customer.email()), customer.platformId()));
        if (customers.refusesContact(review.customerId())) {
            lines.add("**" + wording.text("facts.do-not-contact") + "**");
        }
        lines.add(sheet.line("facts.order", review.orderNumber(), review.product()));
        lines.add(joined(sheet.line("facts.posted", wording.moment(review.postedAt())),
                sheet.line("facts.contact-due", wording.moment(review.contactDue())),
                sheet.line("facts.reply-due", wording.moment(review.replyDue())),
                FactSheet.link("/reviews/" + review.number(), wording.text("facts.open-review")),
                FactSheet.link("/reviews/" + review.number() + "/evidence", wording.text("facts.evidence"))));
        if (review.attempts() > 0) {
            lines.add(sheet.line("facts.attempts", String.valueOf(review.attempts())));
        }
        if (review.complaintNumber() != null) {
            Complaint complaint = complaints.get(review.complaintNumber());
            lines.add(joined(sheet.line("facts.complaint", complaint.number().value(), standing(complaint)),
                    FactSheet.link("/cases/" + complaint.number(), wording.text("facts.open"))));
        }
        return lines;
    }

    private List<String> said(Review review, List<ReviewEvent> story, int length) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("> " + words(review.text(), length));
        if (review.newRating() != null) {
            lines.add("");
            lines.add("**" + wording.text("facts.review-changed", review.newRating()) + "**");
            lines.add("");
            lines.add("> " + words(review.newText(), length));
        }
        story.stream().filter(event -> event.what() == ReviewHappening.REVIEWER_WROTE).reduce((earlier, later) -> later)
                .ifPresent(wrote -> lines.addAll(written(wrote, length)));
        lines.add("");
        return lines;
    }

    private List<String> written(ReviewEvent wrote, int length) {
        String whole = FactSheet.link("/mailbox/" + wrote.details().get("mail"), wording.text("mailbox.facts.open"));
        return List.of("", joined("**" + wording.text("facts.reviewer-wrote", wording.moment(wrote.at())) + "**", whole), "",
                "> " + words(wrote.details().get("note"), length));
    }

    private String words(String text, int length) {
        return text == null ? wording.text("facts.no-text") : Markdown.literal(text, length);
    }

    private List<String> related(Review review) {
        List<String> lines = new ArrayList<>();
        complaints.related(review.orderNumber(), review.customerId()).stream()
                .filter(complaint -> !complaint.number().equals(review.complaintNumber()))
                .filter(complaint -> shops.isSeenWith(review.shop(), complaint.shop())).limit(RELATED)
                .forEach(complaint -> lines.add(other("facts.earlier-complaint", "/cases/" + complaint.number(),
                        complaint.number().value(), complaint.receivedAt(), standing(complaint), complaint.description())));
        reviews.related(review.orderNumber(), review.customerId()).stream()
                .filter(known -> !known.number().equals(review.number()))
                .filter(known -> shops.isSeenWith(review.shop(), known.shop())).limit(RELATED)
                .forEach(known -> lines.add(other("facts.earlier-review", "/reviews/" + known.number(),
                        known.number().value(), known.receivedAt(), wording.of(known.stage()), known.text())));
        return lines;
    }

    private String other(String label, String page, String number, Instant received, String standing, String text) {
        return joined("**%s** %s".formatted(wording.text(label), FactSheet.link(page, number)), wording.moment(received),
                standing, text == null ? null : Markdown.literal(text, 40));
    }

    private String standing(Complaint complaint) {
        return complaint.isClosed() ? wording.of(complaint.closing()) : wording.of(complaint.stage());
    }

    private static int length(List<String> lines) {
        return String.join("\n", lines).length();
    }
}
