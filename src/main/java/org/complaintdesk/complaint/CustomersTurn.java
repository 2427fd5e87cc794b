package org.complaintdesk.complaint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.casework.CaseTimeline;
import org.complaintdesk.casework.CaseTimelines;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.policy.ExecutionPlan;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.stereotype.Component;

/**
 * Whether it is truly the customer who has to act: they know what they are asked for, have not written anything that we
 * have not answered, and have not been silent for so long that one of us has to decide.
 */
@Component
class CustomersTurn {

    static final PauseReason EVIDENCE = PauseReason.of(WaitingFor.EVIDENCE.name());
    static final PauseReason PROPOSAL = PauseReason.of(WaitingFor.PROPOSAL.name());
    static final PauseReason AGREEMENT = PauseReason.of(WaitingFor.AGREEMENT.name());
    static final PauseReason RETURN = PauseReason.of("RETURN");

    /** The customer was asked something. */
    static final Set<PauseReason> TO_ANSWER = Set.of(EVIDENCE, PROPOSAL, AGREEMENT);
    static final Set<PauseReason> ANY = Set.of(EVIDENCE, PROPOSAL, AGREEMENT, RETURN);

    /** What tells the customer that they are asked. */
    private static final Map<WaitingFor, UpdateKind> ASKED_BY = Map.of(WaitingFor.EVIDENCE, UpdateKind.EVIDENCE_REQUEST,
            WaitingFor.PROPOSAL, UpdateKind.PROPOSAL, WaitingFor.AGREEMENT, UpdateKind.AGREEMENT);

    private final CaseTimeline<Happening, CaseEvent> timeline;
    private final CustomerMessages messages;
    private final Customers customers;
    private final ExecutionPlan plan;

    CustomersTurn(CaseTimelines timelines, CustomerMessages messages, Customers customers, ExecutionPlan plan) {
        this.timeline = timelines.of("complaint", Happening.class, CaseEvent::new);
        this.messages = messages;
        this.customers = customers;
        this.plan = plan;
    }

    /** @return what the customer has to do; empty when it is our turn, or nobody's */
    Optional<PauseReason> of(Complaint complaint) {
        Waiting waiting = complaint.waiting();
        if (waiting != null && ASKED_BY.containsKey(waiting.what())) {
            boolean ours = messages.isCustomerUnanswered(complaint.number()) || !knows(complaint, waiting)
                    || isLeftToUs(complaint, waiting);
            return ours ? Optional.empty() : Optional.of(PauseReason.of(waiting.what().name()));
        }
        return isReturnOnItsWay(complaint) ? Optional.of(RETURN) : Optional.empty();
    }

    /** @return whether mail of ours gets to the customer; to others a colleague tells what we have to say */
    boolean isReachedByMail(Complaint complaint) {
        boolean unwelcome = complaint.isOpenedFromReview() && customers.refusesContact(complaint.customerId());
        return customers.hasUsableAddress(complaint.customerId()) && !unwelcome;
    }

    private boolean knows(Complaint complaint, Waiting waiting) {
        return isReachedByMail(complaint) && !since(waiting, complaint, Happening.NOT_REACHED)
                || since(waiting, complaint, Happening.TOLD);
    }

    /** Whether it happened to the message that asks the customer for what the case waits for. */
    private boolean since(Waiting waiting, Complaint complaint, Happening what) {
        return latest(complaint, what, "kind", ASKED_BY.get(waiting.what()).name())
                .filter(event -> !event.at().isBefore(waiting.since())).isPresent();
    }

    /** The customer was silent, and policy left it to a person what to do. */
    private boolean isLeftToUs(Complaint complaint, Waiting waiting) {
        return latest(complaint, Happening.SILENCE, "silence", Silence.KEEP_ASKING.name())
                .filter(silent -> silent.at().isAfter(waiting.since())).isPresent();
    }

    private Optional<CaseEvent> latest(Complaint complaint, Happening what, String detail, String value) {
        return timeline.latest(complaint.id(), what).filter(event -> value.equals(event.details().get(detail)));
    }

    private boolean isReturnOnItsWay(Complaint complaint) {
        return complaint.stage() == Stage.EXECUTING && complaint.solution() != null
                && plan.after(complaint.solution().remedy(), complaint.executionStep()).step() == ExecutionStep.RECEIVE_RETURN;
    }
}
