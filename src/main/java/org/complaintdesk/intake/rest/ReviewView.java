package org.complaintdesk.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.review.ContactOutcome;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Fate;
import org.complaintdesk.review.LessonArea;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewStage;
import org.complaintdesk.review.Ruling;

/**
 * A review as the API shows it; contact details are masked.
 *
 * @param changed what the review is now, when its writer changed it since it was taken in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(String number, ReviewStage status, String shop, Channel platform, String externalId, Reviewer reviewer,
                  String orderNumber, String product, int rating, String text, Changed changed, Instant postedAt,
                  Instant receivedAt, ReviewKind kind, Severity urgency, int priority, Contacting contact,
                  Linked complaint, Ruling ruling, Reply reply, Deadlines deadlines, Fate fate, Learnt lesson,
                  EarlyEnd earlyEnd, String closingNote, Instant closedAt, List<Happened> timeline) {

    record Reviewer(String name, String email, String phone, String platformId) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(int rating, String text) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contacting(int attempts, ContactOutcome outcome) {
    }

    /** @param stage only where a single review is shown */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Linked(String number, Stage stage) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reply(String text, String noReplyReason, Instant postedAt, String postedBy) {
    }

    /** @param overdue whether nobody has tried to contact the reviewer in time, or the reply is missing in time */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Deadlines(Instant contactDue, Instant replyDue, boolean overdue, int escalationLevel) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Learnt(LessonArea area, String text) {
    }

    record Happened(Instant at, String who, String what, Map<String, String> details, String text) {
    }

    static ReviewView of(Review review, Customer reviewer, Stage complaintStage, Instant now, List<Happened> timeline) {
        return new ReviewView(review.number().value(), review.stage(), review.shop(), review.platform(),
                review.externalId(), new Reviewer(reviewer.name(), Masked.email(reviewer.email()),
                Masked.phone(reviewer.phone()), reviewer.platformId()), review.orderNumber(), review.product(),
                review.rating(), review.text(), review.newRating() == null ? null : new Changed(review.newRating(), review.newText()),
                review.postedAt(), review.receivedAt(), review.kind(), review.kind() == null ? null : review.urgency(),
                review.priority(), new Contacting(review.attempts(), review.contactOutcome()),
                review.complaintNumber() == null ? null : new Linked(review.complaintNumber().value(), complaintStage),
                review.ruling(), reply(review), new Deadlines(review.contactDue(), review.replyDue(), review.isOverdue(now),
                review.escalationLevel()), review.fate(),
                review.lessonArea() == null ? null : new Learnt(review.lessonArea(), review.lesson()), review.earlyEnd(),
                review.closingNote(), review.closedAt(), timeline);
    }

    static Happened happened(ReviewEvent event, String text) {
        return new Happened(event.at(), event.who(), event.what().name(), event.details(), text);
    }

    private static Reply reply(Review review) {
        return review.reply() == null && review.noReplyReason() == null ? null
                : new Reply(review.reply(), review.noReplyReason(), review.repliedAt(), review.repliedBy());
    }
}
