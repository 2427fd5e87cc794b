package org.complaintdesk.complaint.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * The facts at the top of every form, as Markdown: what the case is, who complains, about which order, by when, in whose
 * words, and what was said so far. At most {@value #LIMIT} characters, the engine's limit for a text; the rest is in the
 * case file, one link away.
 */
@Component
class CaseFacts {

    private static final int LIMIT = 4_000;
    private static final int LATEST = 8;

    private final Complaints complaints;
    private final Customers customers;
    private final TimelineText timeline;
    private final Wording wording;

    CaseFacts(Complaints complaints, Customers customers, TimelineText timeline, Wording wording) {
        this.complaints = complaints;
        this.customers = customers;
        this.timeline = timeline;
        this.wording = wording;
    }

    String of(Complaint complaint) {
        String facts = String.join("\n", head(complaint));
        List<String> story = new ArrayList<>();
        List<CaseEvent> events = complaints.story(complaint);
        for (CaseEvent event : events.subList(Math.max(0, events.size() - LATEST), events.size())) {
            story.add("%s %s".formatted(wording.moment(event.at()), Markdown.literal(timeline.of(event), 120)));
        }
        while (!story.isEmpty() && (facts + soFar(story, events.size())).length() > LIMIT) {
            story.remove(0);
        }
        return facts + soFar(story, events.size());
    }

    private List<String> head(Complaint complaint) {
        Customer customer = customers.byId(complaint.customerId());
        String category = complaint.diagnosis() == null ? null : wording.of(complaint.diagnosis().category());
        List<String> lines = new ArrayList<>();
        lines.add(joined("**" + complaint.number() + "**", category,
                complaint.diagnosis() == null ? null : wording.of(complaint.severity()),
                wording.of(complaint.channel()) + " / " + Markdown.literal(complaint.shop(), 40),
                complaint.reopened() == 0 ? null : wording.text("facts.reopened", complaint.reopened())));
        lines.add(line("facts.customer", customer.name(), customer.phone(), customer.email(), customer.platformId()));
        lines.add(line("facts.order", complaint.orderNumber(),
                complaint.orderAmount() == null ? null : complaint.orderAmount().format()));
        lines.add(line("facts.received", wording.moment(complaint.receivedAt())) + " · "
                + line("facts.due", wording.moment(complaint.settlementDue()))
                + " · <a href=\"/cases/%s\" target=\"_blank\">%s</a>".formatted(complaint.number(), wording.text("facts.open")));
        lines.add("");
        lines.add("> " + Markdown.literal(complaint.description(), 300));
        if (complaint.desiredOutcome() != null) {
            lines.add("");
            lines.add(line("facts.wish", complaint.desiredOutcome()));
        }
        return lines;
    }

    private String line(String label, String... values) {
        String known = Stream.of(values).filter(value -> value != null && !value.isBlank())
                .map(value -> Markdown.literal(value, 80)).collect(Collectors.joining(" · "));
        return "**%s** %s".formatted(wording.text(label), known.isEmpty() ? "–" : known);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }

    private String soFar(List<String> story, int happened) {
        int older = happened - story.size();
        String heading = wording.text("facts.story") + (older == 0 ? "" : wording.text("facts.older", older));
        return story.isEmpty() ? "" : "\n\n**%s**\n%s".formatted(heading, String.join("\n", story));
    }
}
