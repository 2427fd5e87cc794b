package org.complaintdesk.complaint;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.casework.CaseChanges.Noted;
import org.complaintdesk.casework.CaseTimeline;
import org.complaintdesk.casework.CaseTimelines;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.MessageFates;
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

    private static final Set<Happening> SAY_SO = EnumSet.of(Happening.NOT_REACHED, Happening.TOLD, Happening.SILENCE);

    private final CaseTimeline<Happening, CaseEvent> timeline;
    private final CustomerMessages messages;
    private final Customers customers;
    private final MessageFates fates;
    private final ExecutionPlan plan;

    CustomersTurn(CaseTimelines timelines, CustomerMessages messages, Customers customers, MessageFates fates,
                  ExecutionPlan plan) {
        this.timeline = timelines.of("complaint", Happening.class, CaseEvent::new);
        this.messages = messages;
        this.customers = customers;
        this.fates = fates;
        this.plan = plan;
    }

    /**
     * @param noted what has just happened to the case and is not in its timeline yet
     * @return what the customer has to do; empty when it is our turn, or nobody's
     */
    Optional<PauseReason> of(Complaint complaint, List<Noted<Happening>> noted) {
        Waiting waiting = complaint.waiting();
        if (waiting != null && waiting.what() != WaitingFor.RATING) {
            boolean ours = messages.isCustomerUnanswered(complaint.number()) || isOurTurn(complaint, waiting, noted);
            return ours ? Optional.empty() : Optional.of(PauseReason.of(waiting.what().name()));
        }
        return isReturnOnItsWay(complaint) ? Optional.of(RETURN) : Optional.empty();
    }

    /** @return whether mail of ours gets to the customer; to others a colleague tells what we have to say */
    boolean isReachedByMail(Complaint complaint) {
        boolean unwelcome = complaint.isOpenedFromReview() && customers.refusesContact(complaint.customerId());
        return customers.hasUsableAddress(complaint.customerId()) && !unwelcome;
    }

    /**
     * Whether the customer does not know what they are asked, or was silent and policy left it to a person what to do. A mail
     * on its way counts as known; what became of the message itself is only asked when it went wrong once or somebody told the
     * customer something, not each time a case is saved.
     */
    private boolean isOurTurn(Complaint complaint, Waiting waiting, List<Noted<Happening>> noted) {
        Map<Happening, CaseEvent> latest = timeline.latest(complaint.id(), SAY_SO, noted);
        boolean mail = isReachedByMail(complaint);
        boolean knows = mail && !isAsked(latest.get(Happening.NOT_REACHED), waiting)
                || (mail || isSince(latest.get(Happening.TOLD), waiting)) && heard(complaint, waiting.what().askedBy());
        CaseEvent silent = latest.get(Happening.SILENCE);
        boolean leftToUs = silent != null && Silence.KEEP_ASKING.name().equals(silent.details().get("silence"))
                && silent.at().isAfter(waiting.since());
        return !knows || leftToUs;
    }

    private boolean heard(Complaint complaint, UpdateKind kind) {
        return fates.last(complaint.number().value(), kind).heard() != null;
    }

    /** Whether it happened to the message that asks the customer for what the case waits for. */
    private static boolean isAsked(CaseEvent event, Waiting waiting) {
        return isSince(event, waiting) && waiting.what().askedBy().name().equals(event.details().get("kind"));
    }

    private static boolean isSince(CaseEvent event, Waiting waiting) {
        return event != null && !event.at().isBefore(waiting.since());
    }

    /** Of goods that the customer was not asked for, nobody says that they are on their way. */
    private boolean isReturnOnItsWay(Complaint complaint) {
        return complaint.stage() == Stage.EXECUTING && complaint.solution() != null && complaint.goods() != Goods.OVERDUE
                && complaint.next(plan).step() == ExecutionStep.RECEIVE_RETURN
                && (isReachedByMail(complaint) || heard(complaint, UpdateKind.RETURN_REQUEST));
    }
}
