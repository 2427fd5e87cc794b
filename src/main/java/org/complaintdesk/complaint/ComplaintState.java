package org.complaintdesk.complaint;

import java.time.Duration;
import java.time.Instant;
import org.complaintdesk.casework.CasePriority;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.policy.ExecutionPlan;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Severity;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;

/** What is known of a complaint and where it stands, to be read; {@link Complaint} has the verbs that change it. */
abstract class ComplaintState {

    @Id
    Long id;
    @Version
    int version;
    ComplaintNumber number;
    String shop;
    Channel channel;
    String externalId;
    long customerId;
    String orderNumber;
    Money orderAmount;
    String description;
    String desiredOutcome;
    Instant occurredAt;
    Instant receivedAt;
    boolean recorded;
    String handler;
    Stage stage;
    @Embedded.Nullable
    Diagnosis diagnosis;
    /** What the clock of the settlement says, for lists: {@link ComplaintClocks} keeps it. */
    @InsertOnlyProperty
    Instant settlementDue;
    @InsertOnlyProperty
    ClockState settlementClock = ClockState.STOPPED;
    int escalationLevel;
    @Embedded.Nullable
    Solution solution;
    int round;
    Money authorisedAmount;
    ExecutionStep executionStep;
    Goods goods;
    Instant settledAt;
    int reopened;
    Closing closing;
    String closingNote;
    Instant closedAt;
    String reviewNumber;
    boolean openedFromReview;
    boolean contactConfirmed;
    Instant erasedAt;
    int presented;
    OfferAnswer answer;
    @Embedded.Nullable(prefix = "waiting_")
    Waiting waiting;
    @Embedded.Nullable(prefix = "rating_")
    Rating rating;

    public boolean isClosed() {
        return stage == Stage.CLOSED;
    }

    /** @return whether its own flow watches its times, and brings it before people when one is missed */
    public boolean isWatched() {
        return !isClosed() && settledAt == null;
    }

    /** @return whether it is neither settled nor closed, waits for nobody outside, and its settlement time has passed */
    public boolean isOverdue(Instant now) {
        return settlementClock == ClockState.RUNNING && settlementDue.isBefore(now);
    }

    /** @return whether the settlement's clock waits until somebody outside has acted; what is due then moves on meanwhile */
    public boolean isSettlementPaused() {
        return settlementClock == ClockState.WAITING;
    }

    /** @return how grave it is; P3 until triage has looked at it */
    public Severity severity() {
        return diagnosis == null ? Severity.P3 : diagnosis.severity();
    }

    /** @return 0 to 100; an escalated case goes before every other */
    public int priority() {
        return CasePriority.of(diagnosis == null ? null : diagnosis.priority(), settledAt == null ? escalationLevel : 0);
    }

    Long id() {
        return id;
    }

    public ComplaintNumber number() {
        return number;
    }

    public String shop() {
        return shop;
    }

    public Channel channel() {
        return channel;
    }

    public String externalId() {
        return externalId;
    }

    public long customerId() {
        return customerId;
    }

    public String orderNumber() {
        return orderNumber;
    }

    public Money orderAmount() {
        return orderAmount;
    }

    public String description() {
        return description;
    }

    public String desiredOutcome() {
        return desiredOutcome;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** @return the user id of whoever last worked on the case; null when nobody has */
    public String handler() {
        return handler;
    }

    public boolean isRecorded() {
        return recorded;
    }

    public Stage stage() {
        return stage;
    }

    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /** @return by when it is to be settled; while the clock waits, as if it went on at the moment it began to wait */
    public Instant settlementDue() {
        return settlementDue;
    }

    public int escalationLevel() {
        return escalationLevel;
    }

    public Solution solution() {
        return solution;
    }

    public int round() {
        return round;
    }

    public Money authorisedAmount() {
        return authorisedAmount;
    }

    public ExecutionStep executionStep() {
        return executionStep;
    }

    /** @return where the goods are, as far as the flow has moved them */
    public Goods goods() {
        return goods;
    }

    /** @return what follows in carrying out what was agreed; goods that are here are not asked for again */
    public ExecutionPlan.Next next(ExecutionPlan plan) {
        ExecutionPlan.Next next = plan.after(solution.remedy(), executionStep);
        return goods == Goods.WITH_US && next.step() == ExecutionStep.RECEIVE_RETURN
                ? plan.after(solution.remedy(), ExecutionStep.RECEIVE_RETURN) : next;
    }

    public Instant settledAt() {
        return settledAt;
    }

    public int reopened() {
        return reopened;
    }

    public Closing closing() {
        return closing;
    }

    public String closingNote() {
        return closingNote;
    }

    public Instant closedAt() {
        return closedAt;
    }

    /** @return the number of the review that goes with it; null when there is none */
    public String reviewNumber() {
        return reviewNumber;
    }

    /** @return whether we opened it ourselves because of a review, so that the customer did not ask to hear of it */
    public boolean isOpenedFromReview() {
        return openedFromReview;
    }

    /** @return whether the customer's address is known to be theirs */
    public boolean isContactConfirmed() {
        return contactConfirmed;
    }

    /** @return whether the customer's data was erased: what they said and what was said about them is gone */
    public boolean isErased() {
        return erasedAt != null;
    }

    /** @return what the case waits for from its customer; null when it does not */
    public Waiting waiting() {
        return waiting;
    }

    boolean isWaitingFor(WaitingFor what) {
        return waiting != null && waiting.what() == what;
    }

    /**
     * @param round the offer it is about
     * @return {@link Answered#DONE} when this can be said to it
     */
    Answered answering(WaitingFor what, int round, OfferAnswer said) {
        if (isWaitingFor(what) && round == presented) {
            return Answered.DONE;
        }
        if (round < 1 || round > presented) {
            return Answered.NOT_POSSIBLE;
        }
        return round == presented && answer == said ? Answered.ALREADY : Answered.TOO_LATE;
    }

    /** @return {@link Answered#DONE} when the customer can withdraw: what is being carried out is not stopped any more */
    Answered withdrawing() {
        if (isClosed()) {
            return closing == Closing.WITHDRAWN ? Answered.ALREADY : Answered.TOO_LATE;
        }
        return stage == Stage.EXECUTING || stage == Stage.FOLLOWING_UP ? Answered.TOO_LATE : Answered.DONE;
    }

    /** @return {@link Answered#DONE} when the customer can say what they think of the result */
    Answered ratable() {
        if (stage != Stage.FOLLOWING_UP && !isClosed() || closing == Closing.DUPLICATE || isErased()) {
            return Answered.NOT_POSSIBLE;
        }
        return rating == null ? Answered.DONE : Answered.ALREADY;
    }

    Answered confirming() {
        return isErased() ? Answered.NOT_POSSIBLE : contactConfirmed ? Answered.ALREADY : Answered.DONE;
    }

    /** @return {@link Answered#DONE} when the customer can take up the case again */
    Answered reopening(Duration within, Instant now) {
        if (!isClosed()) {
            return reopened > 0 ? Answered.ALREADY : Answered.NOT_POSSIBLE;
        }
        if (closing == Closing.DUPLICATE || isErased()) {
            return Answered.NOT_POSSIBLE;
        }
        return now.isAfter(closedAt.plus(within)) ? Answered.TOO_LATE : Answered.DONE;
    }

    /** @return what the customer says of the result; null while they have not said, and again when the case is reopened */
    public Rating rating() {
        return rating;
    }
}
