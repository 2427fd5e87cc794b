package org.complaintdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class ReviewsTests {

    private static final PageRequest FIRST = PageRequest.of(0, 200);

    @Autowired Reviews reviews;
    @Autowired ReviewTimelineText text;
    @Autowired JdbcClient jdbc;
    @Autowired RuntimeService runtime;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final String id = UUID.randomUUID().toString();
    private final Instant posted = Instant.parse("2026-11-20T10:00:00Z");

    private NewReview review(String externalId, int rating, String text) {
        return new NewReview("某某旗舰店", Channel.JD, externalId, "O-" + id, "保温杯", rating, text, posted,
                new Contact("王**", null, null, "wang-" + id));
    }

    /** A case without a flow, so that a test may do with it what it likes. */
    private Review opened(String text) {
        return reviews.takeDown(review(UUID.randomUUID().toString(), 1, text), null).orElseThrow();
    }

    private Review contacting(String text) {
        Review review = opened(text);
        review.triaged(ReviewKind.PRODUCT, Severity.P2, 60, "依据", clock.instant().plus(Duration.ofHours(24)));
        return reviews.save(review);
    }

    private int counted() {
        return jdbc.sql("select count(*) from review_reference where reference like ?").param("JD:" + id + "%")
                .query(Integer.class).single();
    }

    @Test
    void review_is_opened_once_with_its_reply_window_counted_from_when_it_was_posted() {
        ReviewRegistration first = reviews.register(review(id, 2, "漏水"));
        ReviewRegistration again = reviews.register(review(id, 2, "漏水"));

        assertThat(first.taken()).isEqualTo(Taken.OPENED);
        assertThat(again).isEqualTo(new ReviewRegistration(first.number(), Taken.KNOWN));
        Review review = reviews.get(first.number());
        assertThat(review.stage()).isEqualTo(ReviewStage.CONTACTING);
        assertThat(review.replyDue()).isEqualTo(posted.plus(Duration.ofDays(30)));
        assertThat(reviews.story(review)).extracting(text::of).startsWith("收到评价：京东 · 2 星");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(first.number().value()).count()).isOne();
    }

    @Test
    void good_rating_is_only_counted_and_only_once() {
        assertThat(reviews.register(review(id, 4, "不错"))).isEqualTo(new ReviewRegistration(null, Taken.COUNTED));
        assertThat(reviews.register(review(id, 4, "不错"))).isEqualTo(new ReviewRegistration(null, Taken.KNOWN));

        assertThat(counted()).isOne();
        assertThat(reviews.known(review(id, 4, "不错"))).isEmpty();
    }

    @Test
    void counted_review_that_turns_bad_opens_a_case() {
        reviews.register(review(id, 5, "好"));

        ReviewRegistration bad = reviews.register(review(id, 1, "用了两天就坏了"));

        assertThat(bad.taken()).isEqualTo(Taken.OPENED);
        assertThat(reviews.get(bad.number()).rating()).isEqualTo(1);
        assertThat(counted()).isOne();
    }

    @Test
    void known_review_that_changed_is_noted_while_its_case_is_open() {
        ReviewNumber number = reviews.register(review(id, 1, "漏水")).number();

        assertThat(reviews.register(review(id, 5, "客服很好，已换货")).taken()).isEqualTo(Taken.KNOWN);

        Review changed = reviews.get(number);
        assertThat(changed.rating()).isEqualTo(1);
        assertThat(changed.newRating()).isEqualTo(5);
        assertThat(changed.newText()).isEqualTo("客服很好，已换货");
        assertThat(reviews.latest(changed, ReviewHappening.REVIEW_CHANGED).map(text::of))
                .contains("评价有变化：5 星 · 客服很好，已换货");
        assertThat(jdbc.sql("select rating from review_reference where number = ?").param(number.value())
                .query(Integer.class).single()).isEqualTo(5);
    }

    @Test
    void known_review_that_changed_after_its_case_was_closed_leaves_the_case_alone() {
        ReviewNumber number = reviews.register(review(id, 1, "漏水")).number();
        reviews.endEarly(number, EarlyEnd.TAKEN_IN_BY_MISTAKE, "别家店铺的评价");

        reviews.register(review(id, 5, "改了"));

        assertThat(reviews.get(number).newRating()).isNull();
    }

    @Test
    void review_without_an_id_is_known_by_its_content() {
        ReviewNumber number = reviews.register(review(null, 1, "漏水 " + id)).number();

        assertThat(reviews.register(review(null, 1, " 漏水 " + id + "\r\n"))).isEqualTo(new ReviewRegistration(number, Taken.KNOWN));
        assertThat(reviews.register(review(null, 1, "漏水，还很吵 " + id)).number()).isNotEqualTo(number);
    }

    @Test
    void bare_rating_of_someone_unnamed_is_taken_in() {
        NewReview bare = new NewReview("某某旗舰店", Channel.TMALL, id, null, null, 1, " ", posted, null);

        Review review = reviews.get(reviews.register(bare).number());

        assertThat(review.text()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"shop, , TMALL, 1, 2026-11-20T10:00:00Z, wang@example.com", "platform, 店, , 1, 2026-11-20T10:00:00Z, wang@example.com",
        "rating, 店, TMALL, 0, 2026-11-20T10:00:00Z, wang@example.com", "rating, 店, TMALL, 6, 2026-11-20T10:00:00Z, wang@example.com",
        "postedAt, 店, TMALL, 1, , wang@example.com", "postedAt, 店, TMALL, 1, 1999-11-20T10:00:00Z, wang@example.com",
        "postedAt, 店, TMALL, 1, 2999-11-20T10:00:00Z, wang@example.com", "email, 店, TMALL, 1, 2026-11-20T10:00:00Z, wang@@"})
    void review_that_is_refused_leaves_no_trace_and_the_transaction_goes_on(String field, String shop, Channel platform, int rating,
                                                                           Instant postedAt, String email) {
        NewReview wrong = new NewReview(shop, platform, id, null, null, rating, "坏", postedAt, new Contact("王", email, null, null));

        transaction.executeWithoutResult(batch -> {
            reviews.register(review(id + "-before", 1, "前一条"));
            assertThatThrownBy(() -> reviews.register(wrong)).isInstanceOfSatisfying(InvalidInput.class,
                    refused -> assertThat(refused.field()).isEqualTo(field));
            reviews.register(review(id + "-after", 5, "后一条"));
        });

        assertThat(counted()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from review_reference where reference = ?").param("TMALL:" + id)
                .query(Integer.class).single()).isZero();
    }

    @Test
    void agent_takes_down_a_review_whatever_its_rating_and_keeps_it() {
        Review taken = reviews.takeDown(review(id, 5, "五星但说漏水"), "amy").orElseThrow();

        assertThat(reviews.get(taken.number()).handler()).isEqualTo("amy");
        assertThat(reviews.takeDown(review(id, 5, "五星但说漏水"), "ben")).isEmpty();
        assertThat(reviews.known(review(id, 5, "五星但说漏水")).map(Review::number)).contains(taken.number());
    }

    @Test
    void everything_a_case_gathers_is_read_back() {
        Review review = contacting("漏水 " + id);
        review.handledBy("amy");
        review.contacted(ContactOutcome.RULE_BREAKING, "同行恶意");
        review.reported("J-" + id, "截图");
        review.ruled(Ruling.NOT_REMOVED, "证据不足");
        review.drafted("您好，请您联系我们核实。");
        review = reviews.save(review);
        review.learnt(LessonArea.TRAINING, "回复要快");
        review.concluded(new ReviewOutcome(posted.plusSeconds(60), "amy", Fate.CHANGED_BY_CUSTOMER, "客户追评"), clock.instant());
        reviews.save(review);

        Review read = reviews.get(review.number());

        assertThat(read).usingRecursiveComparison().ignoringFields("changes", "version", "closedAt").isEqualTo(review);
        assertThat(reviews.story(read)).extracting(text::of).last()
                .isEqualTo("登记结果，结案：已发布 · 发布于 11月20日 18:01 · 发布人 amy · 客户自行修改 · 客户追评");
        assertThat(reviews.story(read)).extracting(ReviewEvent::what).contains(ReviewHappening.LEARNT, ReviewHappening.RULED);
    }

    @Test
    void list_is_narrowed_by_stage_kind_urgency_and_words() {
        Review found = contacting("这个杯子100%漏水 " + id);
        opened("物流慢 " + id);

        assertThat(reviews.search(new ReviewQuery(ReviewStage.CONTACTING, ReviewKind.PRODUCT, Severity.P2, false,
                "100%漏水 " + id), FIRST)).extracting(Review::number).containsExactly(found.number());
        assertThat(reviews.search(new ReviewQuery(null, null, null, null, "O-" + id), FIRST)).hasSize(2);
        assertThat(reviews.search(new ReviewQuery(null, ReviewKind.PRICE, null, null, "O-" + id), FIRST)).isEmpty();
        assertThat(reviews.search(new ReviewQuery(null, null, null, true, "O-" + id), FIRST)).isEmpty();
    }

    @Test
    void list_of_the_overdue_agrees_with_the_reviews_themselves() {
        Review late = contacting("超时 " + id);
        late.promiseNewTime(clock.instant().minusSeconds(1), "已过");
        reviews.save(late);
        Review missed = contacting("回复期已过 " + id);
        missed.contacted(ContactOutcome.NO_CONTACT, null);
        reviews.save(missed);
        jdbc.sql("update review set received_at = received_at - interval '40 days', reply_due = now() - interval '5 days' where number = ?")
                .param(missed.number().value()).update();
        contacting("按时 " + id);
        ReviewQuery all = new ReviewQuery(null, null, null, null, "O-" + id);

        List<ReviewNumber> overdue = reviews.search(all, FIRST).stream()
                .filter(review -> review.isOverdue(clock.instant())).map(Review::number).toList();

        assertThat(overdue).containsExactly(missed.number(), late.number());
        assertThat(reviews.search(new ReviewQuery(null, null, null, true, "O-" + id), FIRST)).extracting(Review::number)
                .containsExactlyElementsOf(overdue);
        assertThat(reviews.search(new ReviewQuery(null, null, null, false, "O-" + id), FIRST)).hasSize(1);
    }

    @Test
    void reviews_of_the_same_order_or_customer_are_related() {
        Review first = opened("第一条");
        Review second = opened("第二条");

        assertThat(reviews.related("O-" + id, -1)).extracting(Review::number).containsExactly(second.number(), first.number());
        assertThat(reviews.related(null, first.customerId())).hasSize(2);
        assertThat(reviews.related(null, -1)).isEmpty();
    }

    @Test
    void review_waits_for_its_complaint_until_that_ends() {
        ComplaintNumber complaint = new ComplaintNumber("C-20200101-" + "%06d".formatted(Math.floorMod(id.hashCode(), 1_000_000)));
        Review waiting = contacting("漏水");
        waiting.contacted(ContactOutcome.GENUINE, null);
        waiting.linked(complaint);
        reviews.save(waiting);

        assertThat(reviews.waitingFor(complaint)).extracting(Review::number).containsExactly(waiting.number());
        Review told = reviews.get(waiting.number());
        told.complaintConcluded("客户满意");
        reviews.save(told);
        assertThat(reviews.waitingFor(complaint)).isEmpty();
    }

    @Test
    void same_lesson_in_other_spelling_is_counted_together() {
        for (String lesson : List.of("ＡＢＣ杯盖 要检查 " + id, "abc杯蓋，要檢查。" + id, "Abc杯盖要检查" + id)) {
            Review review = contacting("漏水");
            review.learnt(LessonArea.WAREHOUSE, lesson);
            reviews.save(review);
        }
        Review nothing = contacting("慢");
        nothing.learnt(LessonArea.NONE, null);
        reviews.save(nothing);

        assertThat(reviews.commonLessons(LessonArea.WAREHOUSE, 50))
                .contains(new CommonLesson(LessonArea.WAREHOUSE, "Abc杯盖要检查" + id, 3));
        assertThat(reviews.commonLessons(null, 50)).extracting(CommonLesson::area).doesNotContain(LessonArea.NONE);
        assertThat(reviews.commonLessons(LessonArea.PRODUCT, 50)).extracting(CommonLesson::lesson)
                .doesNotContain("Abc杯盖要检查" + id);
    }

    @Test
    void case_ends_early_only_with_a_reason() {
        ReviewNumber number = reviews.register(review(id, 1, "漏水")).number();

        assertThatThrownBy(() -> reviews.endEarly(number, EarlyEnd.REVIEW_GONE, " ")).isInstanceOf(InvalidInput.class)
                .hasMessage("请填写“说明”。");
        assertThatThrownBy(() -> reviews.endEarly(number, EarlyEnd.REVIEW_GONE, "长".repeat(1_001))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1000");
        assertThatThrownBy(() -> reviews.endEarly(number, EarlyEnd.DUPLICATE, number.value())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> reviews.endEarly(number, EarlyEnd.DUPLICATE, "R-19990101-000001")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("R-19990101-000001");

        reviews.endEarly(number, EarlyEnd.DUPLICATE, opened("原评价").number().value());

        assertThat(reviews.get(number).earlyEnd()).isEqualTo(EarlyEnd.DUPLICATE);
        assertThatThrownBy(() -> reviews.endEarly(number, EarlyEnd.REVIEW_GONE, "又一次")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已结案");
    }

    @Test
    void unknown_number_is_told_as_such() {
        assertThat(reviews.find("nonsense")).isEmpty();
        assertThatThrownBy(() -> reviews.get(new ReviewNumber("R-19990101-000001"))).isInstanceOf(UnknownReview.class);
    }
}
