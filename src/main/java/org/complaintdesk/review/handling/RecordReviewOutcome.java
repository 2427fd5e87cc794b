package org.complaintdesk.review.handling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.review.CommonLesson;
import org.complaintdesk.review.Fate;
import org.complaintdesk.review.LessonArea;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewOutcome;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.review.Ruling;
import org.springframework.stereotype.Component;

/** An agent posts the reply at the platform and records that, what became of the review, and what the shop learns from it. */
@Component
class RecordReviewOutcome extends ReviewTask {

    private static final int LESSONS_OFFERED = 30;
    /** Forms take a time in steps, and platforms have clocks of their own, some a time zone ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    /** What became of the reply. */
    private enum Posting {
        POSTED, REFUSED, NOT_POSTED
    }

    private final Reviews reviews;
    private final Staff staff;
    private final Clock clock;

    RecordReviewOutcome(ReviewWork work, CaseHandler handlers, Reviews reviews, Staff staff, Clock clock) {
        super(work, handlers);
        this.reviews = reviews;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    protected void shown(Review review, TaskForm form) {
        if (review.reply() == null) {
            String reason = review.noReplyReason() != null ? review.noReplyReason() : wording().of(review.ruling());
            form.show("replyToPost", wording().text("outcome.no-reply", Markdown.literal(reason, 400)));
        } else {
            form.show("replyToPost", wording().text("outcome.post") + "\n\n" + Markdown.verbatim(review.reply()));
            form.show("replyExists", "YES");
        }
        Set<String> offered = new HashSet<>();
        form.options("lessonOptions", reviews.commonLessons(null, LESSONS_OFFERED).stream()
                .filter(lesson -> offered.add(lesson.lesson())).map(this::option).toList());
    }

    @Override
    protected void started(Review review, TaskForm form) {
        if (review.reply() != null) {
            form.prefill("repliedBy", review.handler() == null ? null : staff.displayName(review.handler()));
        }
        if (review.ruling() == Ruling.REMOVED) {
            form.prefill("fate", Fate.REMOVED_BY_PLATFORM.name());
        }
    }

    private Map.Entry<String, String> option(CommonLesson lesson) {
        return Map.entry(lesson.lesson(), wording().text("outcome.lesson", wording().of(lesson.area()),
                CleanText.cut(lesson.lesson(), 80), lesson.times()));
    }

    @Override
    protected void completed(Review review, FormInput input, ReviewVariables variables) {
        Posting posting = review.reply() == null ? null : input.choice("posting", Posting.class);
        if (posting == Posting.REFUSED) {
            review.rewrite(input.text("refusalReason", 1_000));
            variables.route(ReviewRoute.REWRITE);
            return;
        }
        Instant repliedAt = null;
        String repliedBy = null;
        if (posting == Posting.POSTED) {
            repliedAt = postedAt(review, input);
            repliedBy = input.text("repliedBy", 100);
        } else if (posting == Posting.NOT_POSTED) {
            review.notReplying(input.text("notPostedReason", 1_000));
        }
        learn(review, input);
        review.concluded(new ReviewOutcome(repliedAt, repliedBy, input.choice("fate", Fate.class),
                input.optionalText("outcomeNote", 1_000)), clock.instant());
        variables.route(ReviewRoute.CONCLUDED);
    }

    private Instant postedAt(Review review, FormInput input) {
        Instant posted = input.optionalTime("repliedAt");
        if (posted == null) {
            throw input.invalid("repliedAt", "input.missing");
        }
        Instant first = review.postedAt().isBefore(review.receivedAt()) ? review.postedAt() : review.receivedAt();
        if (posted.isBefore(first.minus(CLOCKS_DIFFER)) || posted.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw input.invalid("repliedAt", "outcome.posted-out-of-range");
        }
        return posted;
    }

    private void learn(Review review, FormInput input) {
        LessonArea area = input.choice("lessonArea", LessonArea.class);
        if (area == LessonArea.NONE) {
            review.learnt(area, null);
            return;
        }
        String own = input.optionalText("lesson", 500);
        String known = input.optionalText("knownLesson", 500);
        if (own == null && known == null) {
            throw input.invalid("lesson", "input.missing");
        }
        review.learnt(area, own != null ? own : known);
    }
}
