package org.complaintdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintdesk.casework.CaseChanges;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTests {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final ComplaintNumber COMPLAINT = new ComplaintNumber("C-20261121-000042");

    private static Review received() {
        return Review.receive(new ReviewNumber("R-20261121-000001"), new NewReview("某某旗舰店", Channel.TMALL, "r1", "TB1",
                "保温杯", 1, "杯子漏水", NOW.minus(Duration.ofDays(2)), new Contact("王**", null, null, "小王")), 7, NOW,
                NOW.plus(Duration.ofDays(28)));
    }

    private static Review triaged() {
        Review review = received();
        review.triaged(ReviewKind.PRODUCT, Severity.P2, 60, "关键词", NOW.plus(Duration.ofHours(24)));
        return review;
    }

    private static List<ReviewHappening> happened(Review review) {
        return review.takeNoted().stream().map(CaseChanges.Noted::what).toList();
    }

    @ParameterizedTest
    @CsvSource({"GENUINE, CONTACTING, 1", "NOT_REACHED, CONTACTING, 1", "RULE_BREAKING, REPORTING, 1",
        "MISUNDERSTANDING, REPLYING, 1", "REFUSED_CONTACT, REPLYING, 1", "NO_CONTACT, REPLYING, 0"})
    void what_comes_of_the_contact_decides_what_is_next(ContactOutcome outcome, ReviewStage stage, int attempts) {
        Review review = triaged();

        review.contacted(outcome, "说明");

        assertThat(review.stage()).isEqualTo(stage);
        assertThat(review.attempts()).isEqualTo(attempts);
        assertThat(review.contactOutcome()).isEqualTo(outcome);
    }

    @Test
    void genuine_problem_waits_for_its_complaint_and_is_replied_to_afterwards() {
        Review review = triaged();
        review.contacted(ContactOutcome.GENUINE, null);
        review.opened(COMPLAINT);
        assertThat(review.stage()).isEqualTo(ReviewStage.AWAITING_COMPLAINT);

        review.complaintConcluded("客户满意");
        review.drafted("您好，已为您换货。");

        assertThat(review.complaintNumber()).isEqualTo(COMPLAINT);
        assertThat(review.stage()).isEqualTo(ReviewStage.RECORDING);
        assertThat(happened(review)).containsExactly(ReviewHappening.RECEIVED, ReviewHappening.TRIAGED,
                ReviewHappening.CONTACTED, ReviewHappening.COMPLAINT_OPENED, ReviewHappening.COMPLAINT_CONCLUDED,
                ReviewHappening.REPLY_DRAFTED);
    }

    @ParameterizedTest
    @CsvSource({"REMOVED, RECORDING", "NOT_REMOVED, REPLYING", "NO_ANSWER, REPLYING"})
    void review_that_the_platform_does_not_remove_is_replied_to(Ruling ruling, ReviewStage stage) {
        Review review = triaged();
        review.contacted(ContactOutcome.RULE_BREAKING, null);
        review.reported("J-1", "聊天记录截图");
        assertThat(review.stage()).isEqualTo(ReviewStage.AWAITING_RULING);

        review.ruled(ruling, null);

        assertThat(review.stage()).isEqualTo(stage);
    }

    @Test
    void returned_reply_and_one_the_platform_refuses_are_written_again() {
        Review review = triaged();
        review.contacted(ContactOutcome.NO_CONTACT, null);
        review.drafted("一稿");
        review.needApproval("措辞接近索评");
        assertThat(review.stage()).isEqualTo(ReviewStage.AWAITING_APPROVAL);
        review.returned("请改写");
        assertThat(review.stage()).isEqualTo(ReviewStage.REPLYING);

        review.drafted("二稿");
        review.needApproval("措辞接近索评");
        review.approved();
        review.rewrite("含联系方式");
        assertThat(review.stage()).isEqualTo(ReviewStage.REPLYING);

        review.notReplying("不再回复");
        assertThat(review.stage()).isEqualTo(ReviewStage.RECORDING);
        assertThat(review.reply()).isNull();
    }

    @Test
    void outcome_closes_the_case_and_nothing_changes_it_any_more() {
        Review review = triaged();
        review.learnt(LessonArea.PRODUCT, "杯盖密封圈要检查");
        review.concluded(new ReviewOutcome(NOW, "amy", Fate.UNCHANGED, null), NOW);

        assertThat(review.isClosed()).isTrue();
        assertThat(review.repliedAt()).isEqualTo(NOW);
        assertThat(review.lessonArea()).isEqualTo(LessonArea.PRODUCT);
        assertThatThrownBy(() -> review.drafted("迟到的回复")).isInstanceOf(ClosedReview.class)
                .hasMessageContaining("R-20261121-000001");
        assertThatThrownBy(() -> review.endEarly(EarlyEnd.REVIEW_GONE, "迟了", NOW)).isInstanceOf(ClosedReview.class);
    }

    @Test
    void contact_is_overdue_until_someone_tries() {
        Review review = triaged();
        assertThat(review.isOverdue(NOW.plus(Duration.ofHours(23)))).isFalse();
        assertThat(review.isOverdue(NOW.plus(Duration.ofHours(25)))).isTrue();

        review.promiseNewTime(NOW.plus(Duration.ofHours(30)), "仓库正在核实");
        assertThat(review.isOverdue(NOW.plus(Duration.ofHours(25)))).isFalse();

        review.contacted(ContactOutcome.NOT_REACHED, "电话未接");
        assertThat(review.isOverdue(NOW.plus(Duration.ofHours(40)))).isFalse();
    }

    @Test
    void reply_is_overdue_when_the_window_closes_without_one() {
        Review review = triaged();
        review.contacted(ContactOutcome.MISUNDERSTANDING, null);
        Instant late = NOW.plus(Duration.ofDays(29));
        assertThat(review.isOverdue(late)).isTrue();

        review.notReplying("期限已过");
        assertThat(review.isOverdue(late)).isFalse();
    }

    @Test
    void review_that_comes_in_after_the_window_is_not_overdue() {
        NewReview old = new NewReview("某某旗舰店", Channel.TMALL, "r1", null, null, 1, null, NOW.minus(Duration.ofDays(60)), null);
        Review review = Review.receive(new ReviewNumber("R-20261121-000001"), old, 7, NOW, NOW.minus(Duration.ofDays(30)));

        assertThat(review.isOverdue(NOW)).isFalse();
    }

    @Test
    void change_at_the_platform_is_noted_once_beside_what_was_taken_in() {
        Review review = triaged();
        review.takeNoted();

        review.changedAtPlatform(1, "杯子漏水");
        assertThat(review.isChanged()).isFalse();
        review.changedAtPlatform(4, "换了新的，很好");
        review.changedAtPlatform(4, "换了新的，很好");

        assertThat(review.takeNoted()).containsExactly(new CaseChanges.Noted<>(ReviewHappening.REVIEW_CHANGED,
                Map.of("rating", "4", "note", "换了新的，很好")));
        assertThat(review.rating()).isEqualTo(1);
        assertThat(review.text()).isEqualTo("杯子漏水");
        assertThat(review.newRating()).isEqualTo(4);
        review.changedAtPlatform(1, "杯子漏水");
        assertThat(review.newRating()).isEqualTo(1);
    }

    @Test
    void escalated_review_goes_before_every_other() {
        Review review = triaged();
        assertThat(review.priority()).isEqualTo(60);

        review.escalate(1);
        assertThat(review.priority()).isEqualTo(90);
        review.escalate(2);
        assertThat(review.priority()).isEqualTo(95);
    }
}
