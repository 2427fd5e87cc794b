package org.complaintdesk.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.complaintdesk.complaint.CustomerView.Message;
import org.complaintdesk.complaint.CustomerView.NextStep;
import org.complaintdesk.complaint.CustomerView.Offer;
import org.complaintdesk.complaint.CustomerView.Turn;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.platform.UnnamedShop;
import org.complaintdesk.policy.ExecutionPlan;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A complaint as its customer sees it. */
@Component
class CustomerViews {

    private final Complaints complaints;
    private final CustomerMessages messages;
    private final ExecutionPlan plan;
    private final ReopeningProperties settings;
    private final UnnamedShop unnamed;
    private final ObjectProvider<ComplaintHandling> handling;
    private final Clock clock;

    CustomerViews(Complaints complaints, CustomerMessages messages, ExecutionPlan plan, ReopeningProperties settings,
                  UnnamedShop unnamed, ObjectProvider<ComplaintHandling> handling, Clock clock) {
        this.complaints = complaints;
        this.messages = messages;
        this.plan = plan;
        this.settings = settings;
        this.unnamed = unnamed;
        this.handling = handling;
        this.clock = clock;
    }

    CustomerView of(Complaint complaint) {
        Instant now = clock.instant();
        NextStep next = next(complaint);
        Turn turn = turn(next);
        List<CaseEvent> story = complaints.story(complaint);
        return new CustomerView(complaint.number(), unnamed.named(complaint.shop()).orElse(null), complaint.channel(), complaint.orderNumber(),
                complaint.isErased() ? null : complaint.description(), complaint.desiredOutcome(), complaint.receivedAt(), complaint.stage(),
                complaint.settledAt() != null, complaint.closing(), complaint.closedAt(), turn, next, nextBy(complaint, turn, now), complaint.waiting(),
                silence(complaint), offer(complaint), evidenceWanted(complaint), complaint.rating(), reopenUntil(complaint, now),
                complaint.isContactConfirmed(), can(complaint, now),
                story.stream().flatMap(event -> CustomerStory.line(event).stream()).toList(), written(complaint));
    }

    private NextStep next(Complaint complaint) {
        return switch (complaint.stage()) {
            case RECEIVED, DIAGNOSING -> NextStep.EXAMINE;
            case AWAITING_EVIDENCE -> complaint.isWaitingFor(WaitingFor.EVIDENCE) ? NextStep.EVIDENCE : NextStep.EXAMINE;
            case PROPOSING, AWAITING_APPROVAL -> NextStep.PROPOSE;
            case AWAITING_CUSTOMER -> complaint.isWaitingFor(WaitingFor.PROPOSAL) ? NextStep.ANSWER : NextStep.PROPOSE;
            case MEDIATING -> complaint.isWaitingFor(WaitingFor.AGREEMENT) ? NextStep.ANSWER_AGREEMENT : NextStep.MEDIATE;
            case EXECUTING -> executing(complaint);
            case FOLLOWING_UP -> complaint.rating() != null ? NextStep.FOLLOW_UP
                    : complaint.executionStep() == ExecutionStep.SHIP ? NextStep.RECEIVE_GOODS : NextStep.RATE;
            case CLOSED -> NextStep.NOTHING;
        };
    }

    private NextStep executing(Complaint complaint) {
        return switch (complaint.next(plan).step()) {
            case RECEIVE_RETURN -> NextStep.RETURN_GOODS;
            case SHIP -> NextStep.SHIP;
            case CONFIRM_REFUND -> NextStep.REFUND;
            default -> NextStep.CARRY_OUT;
        };
    }

    private static Turn turn(NextStep next) {
        return switch (next) {
            case EVIDENCE, ANSWER, ANSWER_AGREEMENT, RETURN_GOODS, RATE -> Turn.CUSTOMER;
            case RECEIVE_GOODS -> Turn.COURIER;
            case NOTHING -> Turn.NOBODY;
            default -> Turn.US;
        };
    }

    private static Instant nextBy(Complaint complaint, Turn turn, Instant now) {
        if (complaint.waiting() != null) {
            return complaint.waiting().answerBy();
        }
        boolean promised = turn == Turn.US && complaint.settlementClock == ClockState.RUNNING
                && complaint.settlementDue().isAfter(now);
        return promised ? complaint.settlementDue() : null;
    }

    private Silence silence(Complaint complaint) {
        Waiting waiting = complaint.waiting();
        Silence silence = waiting == null || waiting.until() == null ? Silence.KEEP_ASKING
                : handling.getObject().onSilence(complaint);
        return silence == Silence.KEEP_ASKING ? null : silence;
    }

    private static Offer offer(Complaint complaint) {
        Waiting waiting = complaint.waiting();
        if (waiting == null || !waiting.what().isOffer()) {
            return null;
        }
        Solution solution = complaint.solution();
        return new Offer(waiting.what(), waiting.round(), solution.remedy(), solution.amount(), solution.explanation());
    }

    private String evidenceWanted(Complaint complaint) {
        return !complaint.isWaitingFor(WaitingFor.EVIDENCE) ? null
                : complaints.latest(complaint, Happening.EVIDENCE_REQUESTED).map(asked -> asked.details().get("note")).orElse(null);
    }

    private Instant reopenUntil(Complaint complaint, Instant now) {
        return complaint.isClosed() && complaint.reopening(settings.reopenWithin(), now) == Answered.DONE
                ? complaint.closedAt().plus(settings.reopenWithin()) : null;
    }

    private Set<CustomerAction> can(Complaint complaint, Instant now) {
        Set<CustomerAction> can = EnumSet.noneOf(CustomerAction.class);
        if (complaint.isWaitingFor(WaitingFor.PROPOSAL)) {
            can.addAll(Set.of(CustomerAction.ACCEPT, CustomerAction.DECLINE));
        }
        if (complaint.isWaitingFor(WaitingFor.AGREEMENT)) {
            can.addAll(Set.of(CustomerAction.AGREE, CustomerAction.DISAGREE));
        }
        if (complaint.isWaitingFor(WaitingFor.EVIDENCE)) {
            can.add(CustomerAction.PROVIDE_EVIDENCE);
        }
        if (!complaint.isErased()) {
            can.add(CustomerAction.WRITE);
        }
        if (complaint.withdrawing() == Answered.DONE) {
            can.add(CustomerAction.WITHDRAW);
        }
        if (complaint.ratable() == Answered.DONE) {
            can.add(CustomerAction.RATE);
        }
        if (reopenUntil(complaint, now) != null) {
            can.add(CustomerAction.REOPEN);
        }
        if (complaint.confirming() == Answered.DONE) {
            can.add(CustomerAction.CONFIRM_CONTACT);
        }
        return can;
    }

    /** What somebody else wrote who only claims to be the customer is not shown to them. */
    private List<Message> written(Complaint complaint) {
        return messages.of(complaint.number()).stream().filter(KeptMessage::verified)
                .map(kept -> new Message(kept.at(), !kept.isOurs(), kept.text(), kept.files())).toList();
    }
}
