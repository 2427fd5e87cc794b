package org.complaintdesk.review;

import java.time.Instant;
import org.complaintdesk.casework.CasePriority;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/** What is known of a review and where its case stands, to be read; {@link Review} has the verbs that change it. */
abstract class ReviewState {

    @Id
    Long id;
    @Version
    int version;
    String number;
    String shop;
    Channel platform;
    String externalId;
    long customerId;
    String orderNumber;
    String product;
    int rating;
    String text;
    Integer newRating;
    String newText;
    Instant postedAt;
    Instant receivedAt;
    String handler;
    ReviewStage stage;
    ReviewKind kind;
    Severity urgency;
    Integer priority;
    int attempts;
    ContactOutcome contactOutcome;
    ComplaintNumber complaintNumber;
    Instant contactDue;
    Instant replyDue;
    int escalationLevel;
    Ruling ruling;
    String reply;
    String noReplyReason;
    Instant repliedAt;
    String repliedBy;
    Fate fate;
    EarlyEnd earlyEnd;
    String closingNote;
    Instant closedAt;
    @Embedded.Nullable
    Lesson lesson;

    public boolean isClosed() {
        return stage == ReviewStage.CLOSED;
    }

    /** @return whether nobody has tried to contact the reviewer in time, or the public reply is missing in time */
    public boolean isOverdue(Instant now) {
        return isContactOverdue(now) || isReplyOverdue(now);
    }

    public boolean isContactOverdue(Instant now) {
        return isContactOutstanding() && contactDue.isBefore(now);
    }

    public boolean isReplyOverdue(Instant now) {
        return isReplyOutstanding() && replyDue.isBefore(now);
    }

    /** @return whether the reviewer is to be contacted and nobody has tried yet */
    public boolean isContactOutstanding() {
        return attempts == 0 && stage == ReviewStage.CONTACTING;
    }

    /** @return whether a public reply is still to be posted; never for a review that came in after the platform's window */
    public boolean isReplyOutstanding() {
        return !isClosed() && noReplyReason == null && ruling != Ruling.REMOVED && replyDue.isAfter(receivedAt);
    }

    /** @return how urgent it is; P3 until triage has looked at it */
    public Severity urgency() {
        return urgency == null ? Severity.P3 : urgency;
    }

    /** @return 0 to 100; an escalated case goes before every other */
    public int priority() {
        return CasePriority.of(priority, escalationLevel);
    }

    Long id() {
        return id;
    }

    public ReviewNumber number() {
        return new ReviewNumber(number);
    }

    public String shop() {
        return shop;
    }

    public Channel platform() {
        return platform;
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

    public String product() {
        return product;
    }

    /** @return 1 to 5, as it was taken in */
    public int rating() {
        return rating;
    }

    /** @return as it was taken in; null for a bare rating */
    public String text() {
        return text;
    }

    /** @return the rating the reviewer gave since; null when the review has not changed */
    public Integer newRating() {
        return newRating;
    }

    /** @return the text the reviewer wrote since; null when the review has not changed, or is a bare rating now */
    public String newText() {
        return newText;
    }

    /** @return when the review appeared at the platform */
    public Instant postedAt() {
        return postedAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** @return the user id of whoever last worked on the case; null when nobody has */
    public String handler() {
        return handler;
    }

    public ReviewStage stage() {
        return stage;
    }

    /** @return null until triage has looked at it */
    public ReviewKind kind() {
        return kind;
    }

    /** @return how often the reviewer was to be contacted, with or without success */
    public int attempts() {
        return attempts;
    }

    /** @return what came of the latest contact; null when there was none */
    public ContactOutcome contactOutcome() {
        return contactOutcome;
    }

    /** @return the complaint that settles the problem; null when there is none */
    public ComplaintNumber complaintNumber() {
        return complaintNumber;
    }

    /** @return by when the reviewer is to be contacted; null until triage has looked at the review */
    public Instant contactDue() {
        return contactDue;
    }

    /** @return by when the platform takes a public reply */
    public Instant replyDue() {
        return replyDue;
    }

    public int escalationLevel() {
        return escalationLevel;
    }

    /** @return null while the platform has not ruled, or was not asked */
    public Ruling ruling() {
        return ruling;
    }

    /** @return the public reply as it was drafted last; null when there is none */
    public String reply() {
        return reply;
    }

    /** @return null unless it was decided not to reply */
    public String noReplyReason() {
        return noReplyReason;
    }

    /** @return when the reply was posted at the platform; null when it was not */
    public Instant repliedAt() {
        return repliedAt;
    }

    /** @return who posted the reply; null when nobody has */
    public String repliedBy() {
        return repliedBy;
    }

    /** @return null until the outcome is recorded */
    public Fate fate() {
        return fate;
    }

    /** @return null unless the case ended before its flow did */
    public EarlyEnd earlyEnd() {
        return earlyEnd;
    }

    public String closingNote() {
        return closingNote;
    }

    public Instant closedAt() {
        return closedAt;
    }

    /** @return null until the outcome is recorded */
    public LessonArea lessonArea() {
        return lesson == null ? null : lesson.lessonArea();
    }

    /** @return what the shop learns from it; null when nothing */
    public String lesson() {
        return lesson == null ? null : lesson.lesson();
    }
}
