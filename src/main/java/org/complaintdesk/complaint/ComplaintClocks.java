package org.complaintdesk.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.casework.CaseChanges.Noted;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.identity.SignedIn;
import org.springframework.stereotype.Component;

/**
 * The clocks of a complaint follow what happens to it, in the transaction in which it is saved. Most follow from where the
 * case stands, so that no way through the flow can leave one running: the table is {@link #RUNS_IN}. Whose turn it is
 * says {@link CustomersTurn}.
 */
@Component
class ComplaintClocks {

    /** The stages in which a clock runs; entering one starts it, or takes it up again, leaving them stops it. */
    private static final Map<ClockName, Set<Stage>> RUNS_IN = new EnumMap<>(Map.of(
            ClockName.PROPOSAL, EnumSet.of(Stage.RECEIVED, Stage.DIAGNOSING, Stage.AWAITING_EVIDENCE, Stage.PROPOSING,
                    Stage.AWAITING_APPROVAL),
            ClockName.SETTLEMENT, EnumSet.range(Stage.RECEIVED, Stage.EXECUTING),
            ClockName.EXECUTION, EnumSet.of(Stage.EXECUTING)));

    /** The clocks that wait while the customer has to act, and for what. */
    private static final Map<ClockName, Set<PauseReason>> WAITS_FOR = new EnumMap<>(Map.of(
            ClockName.PROPOSAL, CustomersTurn.TO_ANSWER,
            ClockName.SETTLEMENT, CustomersTurn.ANY,
            ClockName.EXECUTION, Set.of(CustomersTurn.RETURN)));

    /** A person answered the customer, or heard them: nobody waits for a first response any more. */
    private static final Set<Happening> RESPONSES = EnumSet.of(Happening.FIRST_RESPONSE, Happening.TOLD,
            Happening.MESSAGE_ANSWERED, Happening.EVIDENCE_RECORDED, Happening.ACCEPTED, Happening.DECLINED,
            Happening.CUSTOMER_HEARD, Happening.AGREED, Happening.NOT_AGREED);
    /** The same, if mail takes it to the customer; to others a colleague tells it, and that counts when it is done. */
    private static final Set<Happening> MAILED_RESPONSES = EnumSet.of(Happening.EVIDENCE_REQUESTED, Happening.PRESENTED);
    /** The detail that says whether it was one at all. */
    private static final Map<Happening, String> IF_SO = Map.of(Happening.MESSAGE_ANSWERED, "answered",
            Happening.EVIDENCE_RECORDED, "received");

    /** What the rules ask of a case may have changed. */
    private static final Set<Happening> RECLASSIFIED = EnumSet.of(Happening.TRIAGED, Happening.DIAGNOSED,
            Happening.EVIDENCE_REQUESTED);

    private static final String TAKEN_DOWN = "TAKEN_DOWN";

    private final CaseClocks clocks;
    private final CustomersTurn turn;
    private final CustomerMessages messages;
    private final SettlementTimes settlement;
    private final SignedIn signedIn;
    private final Clock clock;

    ComplaintClocks(CaseClocks clocks, CustomersTurn turn, CustomerMessages messages, SettlementTimes settlement,
                    SignedIn signedIn, Clock clock) {
        this.clocks = clocks;
        this.turn = turn;
        this.messages = messages;
        this.settlement = settlement;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * @param who   whose doing it was; null when it is whoever is signed in, or the flow itself
     * @param noted what happened since it was last saved, in order
     */
    void follow(Complaint complaint, String who, List<Noted<Happening>> noted) {
        String by = who == null ? signedIn.person().orElse(CaseEvent.SYSTEM) : who;
        if (complaint.id() == null) {
            clocks.caseBegins(complaint.number().value());
        }
        clocks.together(complaint.number().value(), () -> happened(complaint, noted, by));
        settlement.show(complaint);
    }

    private void happened(Complaint complaint, List<Noted<Happening>> noted, String by) {
        noted.forEach(happened -> firstResponse(complaint, happened, by));
        if (!complaint.isClosed()) {
            noted.stream().map(Noted::what).filter(RECLASSIFIED::contains).reduce((earlier, later) -> later)
                    .ifPresent(what -> clocks.reconsider(complaint.number().value(), traits(complaint),
                            what.isAutomatic() ? CaseEvent.SYSTEM : by, what.name()));
            run(complaint, by, noted.isEmpty() ? complaint.stage().name() : noted.get(noted.size() - 1).what().name());
            wait(complaint, noted, by);
        } else if (happened(noted, Happening.CLOSED).isPresent()) {
            clocks.caseEnds(complaint.number().value(), by, Happening.CLOSED.name());
        }
        nextResponse(complaint, noted, by);
        happened(noted, Happening.ESCALATED)
                .ifPresent(higher -> clocks.levelChanged(complaint.number().value(), complaint.escalationLevel()));
        happened(noted, Happening.NEW_TIME_PROMISED).ifPresent(promise -> promise(complaint, promise.details(), by));
    }

    boolean awaitsFirstResponse(ComplaintNumber number) {
        return clocks.row(ClockKey.of(number.value(), ClockName.FIRST_RESPONSE))
                .filter(clock -> clock.state() == ClockState.RUNNING).isPresent();
    }

    /**
     * The first response is a clock of its own: it starts once, when a customer waits for it, and only a person's word to
     * them stops it.
     */
    private void firstResponse(Complaint complaint, Noted<Happening> happened, String by) {
        ClockKey key = key(complaint, ClockName.FIRST_RESPONSE);
        if (happened.what() == Happening.RECEIVED && !complaint.isOpenedFromReview() && !happened.details().containsKey(Complaint.IMPORTED)) {
            clocks.start(key, traits(complaint), complaint.receivedAt(), by, Happening.RECEIVED.name());
            if (complaint.isRecorded() && complaint.handler() != null) {
                clocks.stop(key, complaint.handler(), TAKEN_DOWN);
            }
        } else if (isResponse(complaint, happened)) {
            clocks.stop(key, by, happened.what().name());
        }
    }

    private boolean isResponse(Complaint complaint, Noted<Happening> happened) {
        if (MAILED_RESPONSES.contains(happened.what())) {
            return turn.isReachedByMail(complaint);
        }
        String said = IF_SO.get(happened.what());
        return RESPONSES.contains(happened.what()) && (said == null || "true".equals(happened.details().get(said)));
    }

    private void run(Complaint complaint, String by, String why) {
        Instant from = complaint.stage() == Stage.RECEIVED ? complaint.receivedAt() : clock.instant();
        RUNS_IN.forEach((name, stages) -> {
            if (stages.contains(complaint.stage())) {
                clocks.start(key(complaint, name), traits(complaint), from, by, why);
            } else {
                clocks.stop(key(complaint, name), by, why);
            }
        });
    }

    private void wait(Complaint complaint, List<Noted<Happening>> noted, String by) {
        Optional<PauseReason> reason = turn.of(complaint, noted);
        WAITS_FOR.forEach((name, possible) -> {
            ClockKey key = key(complaint, name);
            reason.filter(possible::contains).ifPresent(wanted -> clocks.pause(key, by, wanted));
            possible.stream().filter(other -> !reason.equals(Optional.of(other)))
                    .forEach(other -> clocks.resume(key, by, other));
        });
    }

    /**
     * The oldest message that nobody has read starts it; what came in while it was being answered starts it again. Nothing but
     * an answer stops it: who has written waits for one, also when the case closes meanwhile.
     */
    private void nextResponse(Complaint complaint, List<Noted<Happening>> noted, String by) {
        ClockKey key = key(complaint, ClockName.NEXT_RESPONSE);
        boolean answered = happened(noted, Happening.MESSAGE_ANSWERED).isPresent();
        if (answered) {
            clocks.stop(key, by, Happening.MESSAGE_ANSWERED.name());
        }
        if (answered || happened(noted, Happening.CUSTOMER_WROTE).isPresent()) {
            messages.unansweredSince(complaint.number())
                    .ifPresent(since -> clocks.start(key, traits(complaint), since, by, Happening.CUSTOMER_WROTE.name()));
        }
    }

    /** @return whether a clock counts how long the customer has waited for the answer to a message */
    boolean isAnswerAwaited(ComplaintNumber number) {
        return clocks.row(ClockKey.of(number.value(), ClockName.NEXT_RESPONSE))
                .filter(clock -> clock.state() != ClockState.STOPPED).isPresent();
    }

    /** A message that no clock counts is counted from now: from when it came, its alarms would be past and never told. */
    void awaitAnswer(Complaint complaint) {
        messages.unansweredSince(complaint.number()).ifPresent(since -> clocks.start(key(complaint, ClockName.NEXT_RESPONSE),
                traits(complaint), clock.instant(), CaseEvent.SYSTEM, Happening.CUSTOMER_WROTE.name()));
    }

    private void promise(Complaint complaint, Map<String, String> details, String by) {
        ClockKey key = key(complaint, ClockName.SETTLEMENT);
        Instant until = Instant.parse(details.get("until"));
        if (clocks.row(key).filter(clock -> clock.dueAt().equals(until)).isEmpty()) {
            clocks.promise(key, until, by, details.get("note"));
        }
    }

    private static Optional<Noted<Happening>> happened(List<Noted<Happening>> noted, Happening what) {
        return noted.stream().filter(happened -> happened.what() == what).reduce((earlier, later) -> later);
    }

    private static CaseTraits traits(Complaint complaint) {
        return new CaseTraits(complaint.severity(), complaint.diagnosis() == null ? null : complaint.diagnosis().category(),
                complaint.channel().name(), complaint.shop());
    }

    private static ClockKey key(Complaint complaint, ClockName name) {
        return ClockKey.of(complaint.number().value(), name);
    }
}
