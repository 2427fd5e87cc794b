package org.complaintdesk.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.complaintdesk.casework.CaseChanges;
import org.complaintdesk.casework.CasesInHand.HandedOver;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.springframework.data.annotation.Transient;

/**
 * One review and its case: its facts and where it stands. Every change goes through a verb that guards it and notes what
 * happened for the timeline; {@link Reviews#save} keeps both.
 */
public class Review extends ReviewState {

    @Transient
    private final CaseChanges<ReviewHappening> changes = new CaseChanges<>();

    private Review() {
    }

    static Review receive(ReviewNumber number, NewReview facts, long customerId, Instant receivedAt, Instant replyDue) {
        Review review = new Review();
        review.number = number.value();
        review.shop = facts.shop();
        review.platform = facts.platform();
        review.externalId = facts.externalId();
        review.customerId = customerId;
        review.orderNumber = facts.orderNumber();
        review.product = facts.product();
        review.rating = facts.rating();
        review.text = facts.text();
        review.postedAt = facts.postedAt();
        review.receivedAt = receivedAt;
        review.replyDue = replyDue;
        review.stage = ReviewStage.RECEIVED;
        review.note(ReviewHappening.RECEIVED, "channel", facts.platform().name(), "rating", String.valueOf(facts.rating()));
        return review;
    }

    /** Whoever works on the case keeps it: the next task of an agent goes to them. */
    public void handledBy(String person) {
        if (!person.equals(handler)) {
            handler = person;
            changes.touch();
        }
    }

    /** What somebody had in hand of it is somebody else's. */
    void handedOver(HandedOver what) {
        if (what.from().equals(handler)) {
            handler = what.to();
        }
        note(ReviewHappening.HANDED_OVER, "tasks", what.tasks(), "to", what.shown(), "note", what.why());
    }

    /** The reviewer changed the review at the platform; what was taken in stays beside it. Nothing when it is not so. */
    public void changedAtPlatform(int rating, String text) {
        guardOpen();
        boolean same = newRating == null ? rating == this.rating && Objects.equals(text, this.text)
                : rating == newRating && Objects.equals(text, newText);
        if (!same) {
            newRating = rating;
            newText = text;
            note(ReviewHappening.REVIEW_CHANGED, "rating", String.valueOf(rating), "note", text);
        }
    }

    /**
     * @param priority   0 to 100, higher first
     * @param contactDue by when the reviewer is to be contacted
     */
    public void triaged(ReviewKind kind, Severity urgency, int priority, String basis, Instant contactDue) {
        guardOpen();
        this.contactDue = contactDue;
        this.kind = kind;
        this.urgency = urgency;
        this.priority = priority;
        stage = ReviewStage.CONTACTING;
        note(ReviewHappening.TRIAGED, "reviewKind", kind.name(), "severity", urgency.name(), "note", basis);
    }

    /** An agent knows what the review is about; nothing when triage was right. */
    public void judged(ReviewKind found) {
        guardOpen();
        if (found != kind) {
            kind = found;
            note(ReviewHappening.JUDGED, "reviewKind", found.name());
        }
    }

    /** One attempt to contact the reviewer, or the decision that none is needed. */
    public void contacted(ContactOutcome outcome, String remark) {
        guardOpen();
        contactOutcome = outcome;
        if (outcome != ContactOutcome.NO_CONTACT) {
            attempts++;
        }
        stage = switch (outcome) {
            case GENUINE, NOT_REACHED -> ReviewStage.CONTACTING;
            case RULE_BREAKING -> ReviewStage.REPORTING;
            case MISUNDERSTANDING, REFUSED_CONTACT, NO_CONTACT -> ReviewStage.REPLYING;
        };
        note(ReviewHappening.CONTACTED, "contact", outcome.name(), "note", remark);
    }

    /** A complaint was opened for the problem the review speaks of. */
    public void opened(ComplaintNumber complaint) {
        await(complaint);
        note(ReviewHappening.COMPLAINT_OPENED, "complaint", complaint.value());
    }

    /** The problem the review speaks of is a complaint already. */
    public void linked(ComplaintNumber complaint) {
        await(complaint);
        note(ReviewHappening.COMPLAINT_LINKED, "complaint", complaint.value());
    }

    /** Its complaint turned out to be the same as another, which goes on for both. */
    void merged(ComplaintNumber original) {
        guardOpen();
        complaintNumber = original;
        note(ReviewHappening.COMPLAINT_MERGED, "complaint", original.value());
    }

    private void await(ComplaintNumber complaint) {
        guardOpen();
        complaintNumber = complaint;
        stage = ReviewStage.AWAITING_COMPLAINT;
    }

    /** @param result how the complaint ended, as people read it */
    public void complaintConcluded(String result) {
        guardOpen();
        stage = ReviewStage.REPLYING;
        note(ReviewHappening.COMPLAINT_CONCLUDED, "complaint", complaintNumber.value(), "note", result);
    }

    /** @param reference the number of the report at the platform, may be null */
    public void reported(String reference, String evidence) {
        guardOpen();
        stage = ReviewStage.AWAITING_RULING;
        note(ReviewHappening.REPORTED, "reference", reference, "note", evidence);
    }

    public void notReported(String reason) {
        guardOpen();
        stage = ReviewStage.REPLYING;
        note(ReviewHappening.NOT_REPORTED, "note", reason);
    }

    public void ruled(Ruling ruling, String remark) {
        guardOpen();
        this.ruling = ruling;
        stage = ruling == Ruling.REMOVED ? ReviewStage.RECORDING : ReviewStage.REPLYING;
        note(ReviewHappening.RULED, "ruling", ruling.name(), "note", remark);
    }

    /** The public reply is next although what went before has no result: unreachable, or the window is about to close. */
    public void replyNext(String reason) {
        guardOpen();
        stage = ReviewStage.REPLYING;
        note(ReviewHappening.REPLY_NEXT, "note", reason);
    }

    public void drafted(String reply) {
        guardOpen();
        this.reply = reply;
        noReplyReason = null;
        stage = ReviewStage.RECORDING;
        note(ReviewHappening.REPLY_DRAFTED, "note", reply);
    }

    public void needApproval(String reason) {
        guardOpen();
        stage = ReviewStage.AWAITING_APPROVAL;
        note(ReviewHappening.APPROVAL_NEEDED, "note", reason);
    }

    public void approved() {
        guardOpen();
        stage = ReviewStage.RECORDING;
        note(ReviewHappening.APPROVED);
    }

    /** The supervisor does not approve the reply as it is. */
    public void returned(String reason) {
        guardOpen();
        stage = ReviewStage.REPLYING;
        note(ReviewHappening.RETURNED, "note", reason);
    }

    public void notReplying(String reason) {
        guardOpen();
        noReplyReason = reason;
        reply = null;
        stage = ReviewStage.RECORDING;
        note(ReviewHappening.NOT_REPLYING, "note", reason);
    }

    /** The platform refused the reply's text: another one is to be written. */
    public void rewrite(String reason) {
        guardOpen();
        stage = ReviewStage.REPLYING;
        note(ReviewHappening.REPLY_REFUSED, "note", reason);
    }

    public void concluded(ReviewOutcome outcome, Instant now) {
        guardOpen();
        repliedAt = outcome.repliedAt();
        repliedBy = outcome.repliedBy();
        fate = outcome.fate();
        close(outcome.note(), now);
        note(ReviewHappening.CONCLUDED, "posted", String.valueOf(repliedAt != null), "postedAt",
                repliedAt == null ? null : repliedAt.toString(), "by", repliedBy, "fate", fate.name(), "note", outcome.note());
    }

    /**
     * What the shop learns from the review; it may come after the outcome.
     *
     * @param lesson null for {@link LessonArea#NONE}
     */
    public void learnt(LessonArea area, String lesson) {
        this.lesson = Lesson.of(area, lesson);
        note(ReviewHappening.LEARNT, "area", area.name(), "note", lesson);
    }

    public void escalate(int level) {
        guardOpen();
        escalationLevel = level;
        note(ReviewHappening.ESCALATED, "level", String.valueOf(level));
    }

    /** @param what {@link ReviewHappening#TAKEN_OVER} or {@link ReviewHappening#REASSIGNED} */
    public void handOver(ReviewHappening what, String to, String reason) {
        guardOpen();
        note(what, "to", to, "note", reason);
    }

    /** A supervisor allows more time. The platform's window for a reply stays what it is. */
    public void promiseNewTime(Instant due, String reason) {
        guardOpen();
        contactDue = due;
        note(ReviewHappening.NEW_TIME_PROMISED, "until", due.toString(), "note", reason);
    }

    /** @param missed whether the time for it is over; otherwise it is due soon */
    public void remind(String task, String who, boolean missed) {
        note(ReviewHappening.REMINDED, "task", task, "to", who, "missed", missed ? "true" : null);
    }

    public void told(String kind, String via, String remark) {
        note(ReviewHappening.TOLD, "kind", kind, "via", via, "note", remark);
    }

    /** A mail of the reviewer's, also when the case is closed. */
    void reviewerWrote(String sender, String text, long mail) {
        note(ReviewHappening.REVIEWER_WROTE, "sender", sender, "mail", String.valueOf(mail), "note", text);
    }

    public void endEarly(EarlyEnd how, String remark, Instant now) {
        guardOpen();
        earlyEnd = how;
        close(remark, now);
        note(ReviewHappening.ENDED_EARLY, "earlyEnd", how.name(), "note", remark);
    }

    private void close(String remark, Instant now) {
        stage = ReviewStage.CLOSED;
        closingNote = remark;
        closedAt = now;
    }

    private void guardOpen() {
        if (isClosed()) {
            throw new ClosedReview(number());
        }
    }

    private void note(ReviewHappening what, String... details) {
        changes.note(what, details);
    }

    /** @return whether anything changed since it was last saved */
    public boolean isChanged() {
        return !changes.isEmpty();
    }

    List<CaseChanges.Noted<ReviewHappening>> takeNoted() {
        return changes.take();
    }
}
