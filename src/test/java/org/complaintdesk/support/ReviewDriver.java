package org.complaintdesk.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/** Drives one review through its flow as people and time would. */
@Component
public class ReviewDriver extends FlowDriver<ReviewNumber> {

    private static final Duration DAY = Duration.ofHours(24);

    private final Reviews reviews;

    ReviewDriver(Reviews reviews) {
        this.reviews = reviews;
    }

    /** A bad review as it arrives an hour after it was posted, about broken goods, by someone with an address. */
    public static NewReview somethingBroken() {
        return posted(Duration.ofHours(1), Channel.TMALL, "收到的酒瓶破损，酒都漏光了，太失望了。");
    }

    /** @param ago how long the review has been at the platform when it arrives */
    public static NewReview posted(Duration ago, Channel platform, String text) {
        String unique = UUID.randomUUID().toString();
        return new NewReview("醉卿酒业旗舰店", platform, unique, "TB" + unique.substring(0, 12), "53度酱香白酒 500ml", 1, text,
                now().minus(ago), new Contact("王小明", unique + "@example.com", null, null));
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    public ReviewNumber arrives(NewReview review) {
        return reviews.register(review).number();
    }

    /** Arrived, and waiting for an agent to contact the reviewer. */
    public ReviewNumber arrived() {
        return arrives(somethingBroken());
    }

    public void contacted(ReviewNumber number, String outcome, Object... more) {
        Object[] fields = new Object[6 + more.length];
        System.arraycopy(new Object[] {"contactOutcome", outcome, "reviewKind", "PRODUCT", "contactNote", "电话核实了情况"}, 0,
                fields, 0, 6);
        System.arraycopy(more, 0, fields, 6, more.length);
        complete(number, "ContactReviewer", fields);
    }

    /** Judged without a complaint or a report: waiting for its public reply. */
    public ReviewNumber replying() {
        ReviewNumber number = arrived();
        contacted(number, "MISUNDERSTANDING");
        return number;
    }

    public void replies(ReviewNumber number, String reply) {
        complete(number, "WritePublicReply", "replyStep", "REPLY", "reply", reply);
    }

    /** Its reply is written, and clear: waiting to be posted. */
    public ReviewNumber recording() {
        ReviewNumber number = replying();
        replies(number, "尊敬的顾客，您好！我们已与您联系并说明了情况，感谢您的反馈。");
        return number;
    }

    /** Posts the reply and records that; the lesson is a loose bottle. */
    public void posts(ReviewNumber number) {
        complete(number, "RecordReviewOutcome", "posting", "POSTED", "repliedAt", now().toString(), "repliedBy", "小李",
                "fate", "UNCHANGED", "lessonArea", "WAREHOUSE", "lesson", "酒瓶加气柱袋");
    }

    public ProcessInstance takeDown(Object... fields) {
        return start("review-handling", fields);
    }

    /** Days and a minute. */
    public void daysPass(ReviewNumber number, int days) {
        timePasses(number, DAY.multipliedBy(days).plusMinutes(1));
    }

    public Review review(ReviewNumber number) {
        return reviews.get(number);
    }

    public List<ReviewHappening> story(ReviewNumber number) {
        return reviews.story(review(number)).stream().map(ReviewEvent::what).toList();
    }
}
