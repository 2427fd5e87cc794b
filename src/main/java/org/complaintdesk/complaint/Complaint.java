package org.complaintdesk.complaint;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.casework.CaseChanges;
import org.complaintdesk.casework.CasesInHand.HandedOver;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.springframework.data.annotation.Transient;

/**
 * One complaint: its facts and where it stands. Every change goes through a verb that guards it and notes what happened
 * for the timeline; {@link Complaints#save} keeps both.
 */
public class Complaint extends ComplaintState {

    /** The detail of RECEIVED that says a file brought it. */
    static final String IMPORTED = "imported";

    /** What came back under these the customer has the money for: it stays here, also when the case is taken up again. */
    private static final Set<Remedy> PAID_BACK = EnumSet.of(Remedy.RETURN_AND_REFUND, Remedy.REFUND);

    @Transient
    private final CaseChanges<Happening> changes = new CaseChanges<>();

    private Complaint() {
    }

    /** @param recorded whether an agent took it down, so that nothing needs completing */
    static Complaint receive(ComplaintNumber number, NewComplaint facts, long customerId, boolean recorded,
                             Instant receivedAt) {
        Complaint complaint = new Complaint();
        complaint.number = number;
        complaint.shop = facts.shop();
        complaint.channel = facts.channel();
        complaint.externalId = facts.externalId();
        complaint.customerId = customerId;
        complaint.orderNumber = facts.orderNumber();
        complaint.orderAmount = facts.orderAmount();
        complaint.description = facts.description();
        complaint.desiredOutcome = facts.desiredOutcome();
        complaint.occurredAt = facts.occurredAt();
        complaint.receivedAt = receivedAt;
        complaint.recorded = recorded;
        complaint.stage = Stage.RECEIVED;
        complaint.executionStep = ExecutionStep.NONE;
        complaint.goods = Goods.WITH_CUSTOMER;
        complaint.reviewNumber = facts.reviewNumber();
        complaint.openedFromReview = facts.reviewNumber() != null;
        complaint.contactConfirmed = facts.contactConfirmed();
        complaint.note(Happening.RECEIVED, "channel", facts.channel().name(), "review", facts.reviewNumber(),
                IMPORTED, facts.imported() ? "true" : null);
        return complaint;
    }

    /** Whoever works on the case keeps it: the next task of an agent goes to them. */
    public void handledBy(String person) {
        if (!person.equals(handler)) {
            handler = person;
            changes.touch();
        }
    }

    /** What somebody had in hand of it is somebody else's. It may be closed: its customer may still write. */
    void handedOver(HandedOver what) {
        if (what.from().equals(handler)) {
            handler = what.to();
        }
        note(Happening.HANDED_OVER, "tasks", what.tasks(), "to", what.shown(), "note", what.why());
    }

    /** An agent completed the record: what is not null replaces what was known; the supplement is added to the text. */
    public void complete(String orderNumber, Money orderAmount, String desiredOutcome, String supplement) {
        guardOpen();
        this.orderNumber = Optional.ofNullable(orderNumber).orElse(this.orderNumber);
        this.orderAmount = Optional.ofNullable(orderAmount).orElse(this.orderAmount);
        this.desiredOutcome = Optional.ofNullable(desiredOutcome).orElse(this.desiredOutcome);
        if (supplement != null) {
            this.description = description + "\n\n" + supplement;
        }
        this.recorded = true;
        enter(Stage.DIAGNOSING);
        note(Happening.RECORDED, "note", supplement);
    }

    /** What was paid for the order has been found out; nothing when it is known already. */
    public void paid(Money amount) {
        guardOpen();
        if (orderAmount == null) {
            orderAmount = amount;
            changes.touch();
        }
    }

    /** The order cost something else than was thought, whoever was wrong: remedies are limited by it. Nothing when it is known so already. */
    public void correctPaid(Money amount) {
        guardOpen();
        if (!amount.equals(orderAmount)) {
            note(Happening.ORDER_AMOUNT_CORRECTED, "amount", plain(amount), "amountBefore", orderAmount == null ? null : plain(orderAmount));
            orderAmount = amount;
        }
    }

    /** Triage proposes a diagnosis; one that an agent has confirmed stays. */
    public void triaged(Diagnosis proposal, String basis) {
        guardOpen();
        changes.touch();
        if (recorded) {
            enter(Stage.DIAGNOSING);
        }
        if (diagnosis != null && diagnosis.rootCause() != null) {
            return;
        }
        if (diagnosis == null || diagnosis.category() != proposal.category() || diagnosis.severity() != proposal.severity()) {
            note(Happening.TRIAGED, "category", proposal.category().name(), "severity", proposal.severity().name(),
                    "note", basis);
        }
        diagnosis = proposal;
    }

    public void diagnose(Diagnosis confirmed) {
        guardOpen();
        diagnosis = confirmed;
        enter(Stage.PROPOSING);
        note(Happening.DIAGNOSED, "category", confirmed.category().name(), "severity", confirmed.severity().name(),
                "party", confirmed.responsibleParty().name(), "note", confirmed.rootCause());
    }

    public void askForEvidence(Diagnosis soFar, String wanted) {
        guardOpen();
        diagnosis = soFar;
        enter(Stage.AWAITING_EVIDENCE);
        note(Happening.EVIDENCE_REQUESTED, "note", wanted);
    }

    public void recordEvidence(boolean received, String what) {
        guardOpen();
        enter(Stage.DIAGNOSING);
        note(Happening.EVIDENCE_RECORDED, "received", String.valueOf(received), "note", what);
    }

    /** The customer themselves sent what they were asked for. */
    void provideEvidence(String what, int files) {
        guardOpen();
        enter(Stage.DIAGNOSING);
        note(Happening.EVIDENCE_RECORDED, "received", "true", "files", files == 0 ? null : String.valueOf(files), "note", what);
    }

    public void propose(Solution proposal) {
        guardOpen();
        solution = proposal;
        round++;
        note(Happening.PROPOSED, "remedy", proposal.remedy().name(), "amount", plain(proposal.amount()), "round",
                String.valueOf(round), "note", proposal.explanation());
    }

    public void needApproval(String reason) {
        guardOpen();
        enter(Stage.AWAITING_APPROVAL);
        note(Happening.APPROVAL_NEEDED, "note", reason);
    }

    public void approve() {
        guardOpen();
        note(Happening.APPROVED, "amount", plain(solution.amount()));
    }

    /** The supervisor does not approve the proposal as it is: it does not count as a round with the customer. */
    public void returnProposal(String reason) {
        guardOpen();
        enter(Stage.PROPOSING);
        round--;
        note(Happening.RETURNED, "note", reason);
    }

    public void present() {
        guardOpen();
        enter(Stage.AWAITING_CUSTOMER);
        note(Happening.PRESENTED, "remedy", solution.remedy().name(), "amount", plain(solution.amount()));
    }

    /**
     * The customer was asked for something and has time to answer.
     *
     * @param answerBy what they were told
     * @param until    when policy decides without them; null when a person does
     */
    public void waitFor(WaitingFor what, Instant since, Instant answerBy, Instant until) {
        guardOpen();
        changes.touch();
        if (what.isOffer()) {
            presented++;
            answer = null;
        }
        waiting = new Waiting(what, since, answerBy, until, presented);
    }

    /** @param until null when a person decides from now on */
    public void waitUntil(Instant until) {
        guardOpen();
        changes.touch();
        waiting = waiting.until(until);
    }

    public void remindCustomer() {
        guardOpen();
        note(Happening.REMINDED_CUSTOMER);
    }

    /** The customer did not answer in time; what follows for the flow is the flow's. */
    public void silent(Silence decision) {
        guardOpen();
        note(Happening.SILENCE, "silence", decision.name());
        switch (decision) {
            case ACCEPT -> beginExecution();
            case GO_ON -> enter(stage == Stage.AWAITING_EVIDENCE ? Stage.DIAGNOSING : stage);
            case KEEP_ASKING -> waiting = waiting == null ? null : waiting.until(null);
            default -> waiting = null;
        }
    }

    public void accept() {
        guardOpen();
        beginExecution();
        note(Happening.ACCEPTED);
    }

    /** @param wish true when the customer asks for something else instead */
    public void decline(boolean wish, String reason) {
        guardOpen();
        enter(Stage.PROPOSING);
        answer = OfferAnswer.DECLINED;
        note(Happening.DECLINED, wish ? "wish" : "note", reason);
    }

    public void mediate(String reason) {
        guardOpen();
        enter(Stage.MEDIATING);
        note(Happening.MEDIATION_STARTED, "note", reason);
    }

    /** @param what {@link Happening#CUSTOMER_HEARD} or {@link Happening#SHOP_HEARD} */
    public void heard(Happening what, String statement, String evidence) {
        guardOpen();
        note(what, "note", statement, "evidence", evidence);
    }

    public void draftAgreement(Solution agreement) {
        guardOpen();
        solution = agreement;
        note(Happening.AGREEMENT_DRAFTED, "remedy", agreement.remedy().name(), "amount", plain(agreement.amount()),
                "note", agreement.explanation());
    }

    public void agree(String remark) {
        guardOpen();
        beginExecution();
        note(Happening.AGREED, "note", remark);
    }

    public void disagree(String remark) {
        guardOpen();
        waiting = null;
        answer = OfferAnswer.DECLINED;
        note(Happening.NOT_AGREED, "note", remark);
    }

    private void beginExecution() {
        if (stage == Stage.AWAITING_CUSTOMER) {
            // A proposal that was accepted is not one of those refused, not even when it cannot be carried out after all.
            round--;
        }
        enter(Stage.EXECUTING);
        answer = OfferAnswer.ACCEPTED;
        executionStep = ExecutionStep.NONE;
        returnSettled();
    }

    /** @param reference a number to trace it by, may be null */
    public void done(ExecutionStep step, Money amount, String reference, String remark) {
        guardOpen();
        executionStep = step;
        if (step == ExecutionStep.RECEIVE_RETURN) {
            goods = Goods.WITH_US;
        } else if (step == ExecutionStep.SHIP) {
            goods = Goods.WITH_CUSTOMER;
        }
        note(Happening.STEP_DONE, "step", step.name(), "amount", plain(amount), "reference", reference, "note", remark);
    }

    /** What came back is here, but cannot be accepted as agreed. */
    public void objectToReturn(String reason) {
        renegotiate(reason);
        goods = Goods.WITH_US;
    }

    /** What the customer was to send back has not come, though there was time enough: it is ours to see to from now on. */
    public void returnOverdue() {
        guardOpen();
        goods = Goods.OVERDUE;
        note(Happening.RETURN_OVERDUE);
    }

    /** Nobody waits any more for what has not come. */
    private void returnSettled() {
        goods = goods == Goods.OVERDUE ? Goods.WITH_CUSTOMER : goods;
    }

    /** It cannot be carried out as agreed: the solution is negotiated again. */
    public void renegotiate(String reason) {
        guardOpen();
        returnSettled();
        enter(Stage.PROPOSING);
        note(Happening.RENEGOTIATED, "note", reason);
    }

    public void settle(Instant now) {
        guardOpen();
        settledAt = now;
        enter(Stage.FOLLOWING_UP);
        note(Happening.SETTLED);
    }

    public void escalate(int level) {
        guardOpen();
        escalationLevel = level;
        note(Happening.ESCALATED, "level", String.valueOf(level));
    }

    /** @param what {@link Happening#TAKEN_OVER} or {@link Happening#REASSIGNED} */
    public void handOver(Happening what, String to, String reason) {
        guardOpen();
        note(what, "to", to, "note", reason);
    }

    public void promiseNewTime(Instant due, String reason) {
        guardOpen();
        note(Happening.NEW_TIME_PROMISED, "until", due.toString(), "note", reason);
    }

    public void authorise(Money upTo, String reason) {
        guardOpen();
        authorisedAmount = upTo;
        note(Happening.AUTHORISED, "amount", plain(upTo), "note", reason);
    }

    /**
     * The customer told an agent what they think of the result, and is not asked again.
     *
     * @param score  1 to 5
     * @param remark the agent's own words, may be null
     */
    public void followUp(boolean satisfied, int score, String remark, Instant now) {
        guardOpen();
        rating = new Rating(score, satisfied, null, now);
        note(Happening.FOLLOWED_UP, "satisfied", String.valueOf(satisfied), "score", String.valueOf(score), "note", remark);
    }

    /** Nobody could ask the customer what they think of the result. */
    public void notAsked(String why) {
        guardOpen();
        note(Happening.FOLLOWED_UP, "note", why);
    }

    public void reopen() {
        guardOpen();
        reopened++;
        enter(Stage.DIAGNOSING);
        settledAt = null;
        escalationLevel = 0;
        round = 0;
        authorisedAmount = null;
        executionStep = ExecutionStep.NONE;
        boolean stay = goods == Goods.WITH_US && solution != null && PAID_BACK.contains(solution.remedy());
        goods = stay ? Goods.WITH_US : Goods.WITH_CUSTOMER;
        rating = null;
        note(Happening.REOPENED);
    }

    public void close(Closing how, String remark, Instant now) {
        guardOpen();
        enter(Stage.CLOSED);
        closing = how;
        closingNote = remark;
        closedAt = now;
        note(Happening.CLOSED, "closing", how.name(), "note", remark);
    }

    /** The customer says what they think of the result of a case that is settled or closed. */
    void rate(Rating given) {
        rating = given;
        waiting = null;
        note(Happening.RATED, "score", String.valueOf(given.score()), "solved", String.valueOf(given.solved()), "note",
                given.text());
    }

    void withdraw(String reason) {
        guardOpen();
        waiting = null;
        note(Happening.WITHDRAWN, "note", reason);
    }

    /** The customer takes up a closed case; it is open again, and the flow that is started for it reopens it. */
    void askToReopen(String reason) {
        enter(Stage.FOLLOWING_UP);
        closing = null;
        closingNote = null;
        closedAt = null;
        note(Happening.REOPENING_ASKED, "note", reason);
    }

    /** Another case was opened for the same thing, and this one goes on for both. */
    public void joinedBy(ComplaintNumber duplicate) {
        guardOpen();
        note(Happening.DUPLICATE_JOINED, "duplicate", duplicate.value());
    }

    void confirmContact() {
        contactConfirmed = true;
        note(Happening.CONTACT_CONFIRMED);
    }

    /** Something was written about the case, which may be closed. */
    void wrote(CustomerMessage message) {
        note(Happening.CUSTOMER_WROTE, "from", message.verified() ? null : message.from(), "verified",
                message.verified() ? null : "false", "files", message.files().isEmpty() ? null : String.valueOf(message.files().size()));
    }

    /** The desk answered what was written, or needs not; {@link CustomerMessages} has the words. */
    public void messageAnswered(boolean answered) {
        note(Happening.MESSAGE_ANSWERED, "answered", String.valueOf(answered));
    }

    /**
     * Someone outside wants something because of the case, which may be closed already, or we want it from them.
     *
     * @param due by when the next thing has to be done
     */
    void matterOpened(OutsideMatter matter, Instant due) {
        note(Happening.MATTER_OPENED, "matter", matter.kind().name(), "platform", name(matter.platform()), "with", matter.party(),
                "reference", matter.reference(), "acts", matter.whoActs().name(), "dueBy", due.toString(), "note", matter.note());
    }

    /** @param due by when the next thing has to be done, where that changed; else null */
    void matterWentOn(OutsideMatter matter, MatterProgress progress, Instant due) {
        note(Happening.MATTER_CHANGED, "matter", matter.kind().name(), "with", matter.party(), "reference", progress.reference(),
                "acts", name(progress.whoActs()), "dueBy", due == null ? null : due.toString(), "note", progress.note());
    }

    void matterClosed(OutsideMatter matter) {
        note(Happening.MATTER_CLOSED, "matter", matter.kind().name(), "with", matter.party(), "reference", matter.reference(),
                "outcome", matter.outcome().name(), "note", matter.result());
    }

    /** A person has responded to the customer for the first time, beside the flow. */
    public void respondFirst(FirstResponse response) {
        guardOpen();
        note(Happening.FIRST_RESPONSE, "way", response.via().name(), "note", response.note());
    }

    /** A review turned out to be about this complaint, which may be closed already. */
    public void belongsTo(String review) {
        reviewNumber = review;
        note(Happening.REVIEW_LINKED, "review", review);
    }

    /** @param missed whether it was not done in time; otherwise it is due soon */
    public void remind(String task, String who, boolean missed) {
        remind(task, null, who, missed);
    }

    /** @param with which matter with others outside it is about; null when it is the case itself */
    public void remind(String task, String with, String who, boolean missed) {
        note(Happening.REMINDED, "task", task, "with", with, "to", who, "missed", missed ? "true" : null);
    }

    public void told(String kind, String via, String remark) {
        note(Happening.TOLD, "kind", kind, "via", via, "note", remark);
    }

    /** A mail of this kind did not get to the customer, or has not for so long that somebody has to see to it. */
    public void notReached(String kind) {
        note(Happening.NOT_REACHED, "kind", kind);
    }

    /** A message went to the customer once more, perhaps to a corrected address. */
    public void resent(String kind, boolean newAddress) {
        note(newAddress ? Happening.ADDRESS_CORRECTED : Happening.MESSAGE_RESENT, "kind", kind);
    }

    /** The case has gone on: what it waited for is no longer to be answered. */
    private void enter(Stage next) {
        stage = next;
        waiting = null;
    }

    private void guardOpen() {
        if (isClosed()) {
            throw new ClosedComplaint(number);
        }
    }

    /**
     * The customer's data is erased. The order number keeps its ends, enough for accounts to tell two refunds apart; what
     * accounts look up is the payment's own reference.
     *
     * @throws IllegalStateException when it is open
     */
    void erase(Instant now) {
        if (!isClosed()) {
            throw new IllegalStateException("Complaint " + number + " is open");
        }
        changes.touch();
        erasedAt = now;
        externalId = null;
        orderNumber = masked(orderNumber);
        description = "";
        desiredOutcome = null;
        diagnosis = diagnosis == null ? null : new Diagnosis(diagnosis.category(), diagnosis.severity(),
                diagnosis.responsibleParty(), diagnosis.priority(), null);
        solution = solution == null ? null : new Solution(solution.remedy(), solution.amount(), null);
        closingNote = closing == Closing.DUPLICATE ? closingNote : null;
        rating = rating == null ? null : new Rating(rating.score(), rating.solved(), null, rating.at());
    }

    private static String masked(String orderNumber) {
        if (orderNumber == null) {
            return null;
        }
        return orderNumber.length() <= 8 ? "…" : orderNumber.substring(0, 2) + "…" + orderNumber.substring(orderNumber.length() - 4);
    }

    private static String plain(Money amount) {
        return amount == null ? null : amount.yuan().toPlainString();
    }

    private static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }

    private void note(Happening what, String... details) {
        changes.note(what, details);
    }

    /** @return whether anything changed since it was last saved */
    public boolean isChanged() {
        return !changes.isEmpty();
    }

    List<CaseChanges.Noted<Happening>> takeNoted() {
        return changes.take();
    }
}
