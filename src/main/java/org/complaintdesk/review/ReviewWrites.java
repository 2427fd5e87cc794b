package org.complaintdesk.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.complaintdesk.casework.CaseChanges.Noted;
import org.complaintdesk.casework.CaseTimeline;
import org.complaintdesk.casework.CaseTimelines;
import org.complaintdesk.platform.NamedColumns;
import org.complaintdesk.platform.OncePerTransaction;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a review with what happened to it, in one statement. The columns are named here, once: a mapping would find out anew
 * each time which is which.
 */
@Component
class ReviewWrites {

    /** All but those that say which review it is. */
    static final Map<String, Function<Review, Object>> COLUMNS = columns();
    private static final NamedColumns<Review> ROW = new NamedColumns<>(COLUMNS);
    /** As the mapping that reads the rows has it. */
    private static final int FIRST_VERSION = 1;

    private final JdbcClient jdbc;
    private final CaseTimeline<ReviewHappening, ReviewEvent> timeline;
    /** What this transaction has begun or written: nobody else can have changed it since. */
    private final OncePerTransaction<ReviewNumber, Review> inHand = new OncePerTransaction<>(number -> null);
    private final String insert;
    private final String update;

    ReviewWrites(JdbcClient jdbc, CaseTimelines timelines) {
        this.jdbc = jdbc;
        this.timeline = timelines.of("review", ReviewHappening.class, ReviewEvent::new);
        this.insert = """
                with kept as (insert into review (number, version, %s) values (?, %d, %s) returning id),
                     noted as (%s)
                select id from kept""".formatted(ROW.names(), FIRST_VERSION, ROW.places(),
                timeline.appendingTo("(select id from kept)"));
        this.update = "with noted as (%s) update review set version = version + 1, %s where id = ? and version = ?".formatted(
                timeline.appending(), ROW.assignments());
    }

    /**
     * @param noted what happened, for its timeline
     * @throws OptimisticLockingFailureException when somebody else has written it since it was read
     */
    void write(Review review, List<Noted<ReviewHappening>> noted) {
        if (review.id == null) {
            insert(review, noted);
        } else {
            update(review, noted);
        }
        hold(review);
    }

    /** It is begun in this transaction, which will write it: so long others of this transaction find it here alone. */
    void hold(Review review) {
        inHand.put(review.number(), review);
    }

    /** @return the review if this transaction has begun or written it; who asks need not read it again */
    Optional<Review> inHand(ReviewNumber number) {
        return Optional.ofNullable(inHand.known(number));
    }

    /** Rows were changed in another way. */
    void forget() {
        inHand.forget();
    }

    private void insert(Review review, List<Noted<ReviewHappening>> noted) {
        List<Object> values = new ArrayList<>();
        values.add(review.number);
        values.addAll(ROW.of(review));
        values.addAll(timeline.lines(noted));
        review.id = jdbc.sql(insert).params(values).query(Long.class).single();
        review.version = FIRST_VERSION;
    }

    private void update(Review review, List<Noted<ReviewHappening>> noted) {
        List<Object> values = new ArrayList<>(timeline.lines(review.id, null, noted));
        values.addAll(ROW.of(review));
        values.add(review.id);
        values.add(review.version);
        if (jdbc.sql(update).params(values).update() == 0) {
            throw new OptimisticLockingFailureException("Somebody else has changed " + review.number);
        }
        review.version++;
    }

    private static Map<String, Function<Review, Object>> columns() {
        Map<String, Function<Review, Object>> columns = new LinkedHashMap<>();
        columns.put("shop", review -> review.shop);
        columns.put("platform", review -> review.platform);
        columns.put("external_id", review -> review.externalId);
        columns.put("customer_id", review -> review.customerId);
        columns.put("order_number", review -> review.orderNumber);
        columns.put("product", review -> review.product);
        columns.put("rating", review -> review.rating);
        columns.put("text", review -> review.text);
        columns.put("new_rating", review -> review.newRating);
        columns.put("new_text", review -> review.newText);
        columns.put("posted_at", review -> review.postedAt);
        columns.put("received_at", review -> review.receivedAt);
        columns.put("handler", review -> review.handler);
        columns.put("stage", review -> review.stage);
        columns.put("kind", review -> review.kind);
        columns.put("urgency", review -> review.urgency);
        columns.put("priority", review -> review.priority);
        columns.put("attempts", review -> review.attempts);
        columns.put("contact_outcome", review -> review.contactOutcome);
        columns.put("complaint_number", review -> review.complaintNumber == null ? null : review.complaintNumber.value());
        columns.put("contact_due", review -> review.contactDue);
        columns.put("reply_due", review -> review.replyDue);
        columns.put("escalation_level", review -> review.escalationLevel);
        columns.put("ruling", review -> review.ruling);
        columns.put("reply", review -> review.reply);
        columns.put("no_reply_reason", review -> review.noReplyReason);
        columns.put("replied_at", review -> review.repliedAt);
        columns.put("replied_by", review -> review.repliedBy);
        columns.put("fate", review -> review.fate);
        columns.put("early_end", review -> review.earlyEnd);
        columns.put("closing_note", review -> review.closingNote);
        columns.put("closed_at", review -> review.closedAt);
        columns.put("lesson_area", review -> review.lessonArea());
        columns.put("lesson", review -> review.lesson());
        columns.put("lesson_key", review -> review.lesson == null ? null : review.lesson.lessonKey());
        return columns;
    }
}
