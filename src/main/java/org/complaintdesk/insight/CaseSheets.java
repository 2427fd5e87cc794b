package org.complaintdesk.insight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.ledger.ClockCards;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.UpdateState;
import org.springframework.stereotype.Component;

/** Puts together what a case is about, its clocks and its messages. */
@Component
class CaseSheets {

    private final Complaints complaints;
    private final Reviews reviews;
    private final ClockCards clocks;
    private final CustomerUpdates updates;
    private final InstanceRows instances;
    private final FlowModels models;
    private final Staff staff;
    private final Wording wording;
    private final Clock clock;

    CaseSheets(Complaints complaints, Reviews reviews, ClockCards clocks, CustomerUpdates updates, InstanceRows instances, FlowModels models,
               Staff staff, Wording wording, Clock clock) {
        this.complaints = complaints;
        this.reviews = reviews;
        this.clocks = clocks;
        this.updates = updates;
        this.instances = instances;
        this.models = models;
        this.staff = staff;
        this.wording = wording;
        this.clock = clock;
    }

    /** @return empty when there is no case of this number */
    Optional<CaseSheet> of(String number) {
        return complaints.find(number).map(this::of).or(() -> reviews.find(number).map(this::of));
    }

    private CaseSheet of(Complaint complaint) {
        String number = complaint.number().value();
        return new CaseSheet(number, Kind.COMPLAINTS.pages() + number, complaint.isClosed(), facts(complaint), clocks(number),
                messages(number), instances(number));
    }

    private CaseSheet of(Review review) {
        String number = review.number().value();
        return new CaseSheet(number, Kind.REVIEWS.pages() + number, review.isClosed(), facts(review), List.of(), messages(number),
                instances(number));
    }

    private List<CaseSheet.Fact> facts(Complaint complaint) {
        List<CaseSheet.Fact> facts = new ArrayList<>();
        add(facts, "stage", wording.of(complaint.stage()), false);
        add(facts, "outcome", wording.of(complaint.closing()), false);
        add(facts, "category", complaint.diagnosis() == null ? "" : wording.of(complaint.diagnosis().category()), false);
        add(facts, "severity", wording.of(complaint.severity()), false);
        add(facts, "shop", wording.of(complaint.channel()) + " · " + complaint.shop(), false);
        add(facts, "order", complaint.orderNumber(), false);
        add(facts, "handler", name(complaint.handler()), false);
        add(facts, "received", wording.moment(complaint.receivedAt()), false);
        if (complaint.isClosed()) {
            add(facts, "closed", wording.moment(complaint.closedAt()), false);
        } else {
            add(facts, "due", complaint.isSettlementPaused() ? wording.text("cases.due-paused") : wording.moment(complaint.settlementDue()),
                    complaint.isOverdue(clock.instant()));
        }
        if (complaint.escalationLevel() > 0) {
            add(facts, "escalated", String.valueOf(complaint.escalationLevel()), !complaint.isClosed());
        }
        return facts;
    }

    private List<CaseSheet.Fact> facts(Review review) {
        List<CaseSheet.Fact> facts = new ArrayList<>();
        add(facts, "stage", wording.of(review.stage()), false);
        add(facts, "outcome", wording.of(review.earlyEnd() == null ? review.fate() : review.earlyEnd()), false);
        add(facts, "category", wording.of(review.kind()), false);
        add(facts, "shop", wording.of(review.platform()) + " · " + review.shop(), false);
        add(facts, "order", review.orderNumber(), false);
        add(facts, "handler", name(review.handler()), false);
        add(facts, "received", wording.moment(review.receivedAt()), false);
        add(facts, "closed", wording.moment(review.closedAt()), false);
        if (!review.isClosed()) {
            add(facts, "reply-due", wording.moment(review.replyDue()), review.isReplyOverdue(clock.instant()));
        }
        return facts;
    }

    private void add(List<CaseSheet.Fact> facts, String key, String value, boolean late) {
        if (value != null && !value.isEmpty()) {
            facts.add(new CaseSheet.Fact(wording.text("insight.fact." + key), value, late));
        }
    }

    private List<CaseSheet.ClockLine> clocks(String number) {
        return clocks.of(number).stream().map(card -> new CaseSheet.ClockLine(card.name(), card.stateText(), card.due(), card.brief(),
                card.overdue(), Kind.COMPLAINTS.pages() + number + "/clocks#" + card.id())).toList();
    }

    private List<CaseSheet.MessageLine> messages(String number) {
        return updates.of(number).stream().map(this::message).toList();
    }

    private CaseSheet.MessageLine message(CustomerUpdates.View message) {
        boolean late = message.failing() != null || message.state() == UpdateState.BOUNCED || message.state() == UpdateState.REJECTED;
        return new CaseSheet.MessageLine(message.subject(), message.recipient() == null ? "" : message.recipient(), state(message),
                wording.moment(message.at()), late);
    }

    private String state(CustomerUpdates.View message) {
        if (message.failing() != null) {
            return wording.text(message.failing().next() == null ? "messages.stopped" : "messages.failing", message.failing().attempts());
        }
        return message.state() == UpdateState.PENDING && message.route() != null
                ? wording.text("messages.pending." + message.route(), wording.moment(message.waitUntil())) : wording.of(message.state());
    }

    private List<CaseSheet.InstanceLine> instances(String number) {
        return instances.of(number).stream().map(one -> new CaseSheet.InstanceLine(one.id(),
                models.find(one.definition()).map(definition -> definition.getName()).orElse(one.process()),
                wording.moment(one.start()), wording.moment(one.end()), one.end() == null)).toList();
    }

    private String name(String person) {
        return person == null ? "" : staff.displayName(person);
    }
}
