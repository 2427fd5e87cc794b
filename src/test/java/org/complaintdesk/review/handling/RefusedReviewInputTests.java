package org.complaintdesk.review.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHandling;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.ReviewStage;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a form's own checks would stop but REST lets through: the task stays open and the message says what to do. */
@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedReviewInputTests {

    private static final String BAIT = "麻烦您把差评删除一下，我们全额退款";

    @Autowired ReviewDriver desk;
    @Autowired Reviews reviews;
    @Autowired Complaints complaints;
    @Autowired ReviewHandling handling;
    @Autowired RuntimeService runtime;

    private ReviewNumber toContact;
    private ReviewNumber toContactNever;
    private ReviewNumber toReply;
    private ReviewNumber toRecord;

    @BeforeAll
    void openCases() {
        toContact = desk.arrived();
        NewReview refusing = ReviewDriver.somethingBroken();
        desk.contacted(desk.arrives(refusing), "REFUSED_CONTACT");
        toContactNever = desk.arrives(new NewReview(refusing.shop(), Channel.JD, null, null, null, 2, "一般",
                ReviewDriver.now(), refusing.reviewer()));
        toReply = desk.replying();
        toRecord = desk.recording();
    }

    static Stream<Arguments> contacts() {
        return Stream.of(
                arguments("nothing at all", new Object[0], "请选择“查明的情况”。"),
                arguments("an unknown outcome", found("MAYBE"), "“查明的情况”没有选项“MAYBE”"),
                arguments("no record", new Object[] {"contactOutcome", "GENUINE", "reviewKind", "PRODUCT", "contactNote", " "}, "请填写“核实记录”。"),
                arguments("an unknown kind", new Object[] {"contactOutcome", "GENUINE", "reviewKind", "WEATHER"}, "“评价类别”没有选项“WEATHER”"),
                arguments("a complaint that does not exist", found("GENUINE", "complaintNumber", "C-20200101-999999"), "没有找到投诉“C-20200101-999999”"),
                arguments("no complaint's number", found("GENUINE", "complaintNumber", "昨天那件"), "没有找到投诉“昨天那件”"),
                arguments("a message that asks for the review to be deleted", found("NOT_REACHED", "message", BAIT), "删除"),
                arguments("a message that has to be approved", found("NOT_REACHED", "message", "期待您的好评！"), "好评"),
                arguments("a message to someone who refuses contact", found("REFUSED_CONTACT", "message", "抱歉打扰"), "请把“发给评价人的消息”留空"),
                arguments("a message without contact", found("NO_CONTACT", "message", "您好"), "请把“发给评价人的消息”留空"),
                arguments("a message over the limit", found("NOT_REACHED", "message", "长".repeat(1_001)), "“发给评价人的消息”最多 1000 个字"));
    }

    private static Object[] found(String outcome, Object... more) {
        return Stream.concat(Stream.of("contactOutcome", outcome, "reviewKind", "PRODUCT", "contactNote", "核实"), Stream.of(more)).toArray();
    }

    @Test
    void complaint_of_another_shop_is_not_linked() {
        NewComplaint ours = CaseDriver.somethingBroken();
        ComplaintNumber elsewhere = complaints.register(new NewComplaint("别家旗舰店", ours.channel(), null, null, null,
                ours.description(), null, null, ours.customer())).number();

        assertThatThrownBy(() -> desk.complete(toContact, "ContactReviewer", found("GENUINE", "complaintNumber", elsewhere.value())))
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("属于另一家店铺“别家旗舰店”");
        assertThat(desk.openTasks(toContact)).containsExactly("ContactReviewer");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contacts")
    void contact_is_refused(String what, Object[] fields, String message) {
        assertThatThrownBy(() -> desk.complete(toContact, "ContactReviewer", fields))
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining(message).message().doesNotContain("ENGINE");

        assertThat(desk.openTasks(toContact)).containsExactly("ContactReviewer");
        assertThat(desk.review(toContact).attempts()).isZero();
    }

    @Test
    void someone_who_refuses_contact_is_not_contacted() {
        Stream.of("MISUNDERSTANDING", "NOT_REACHED", "REFUSED_CONTACT").forEach(outcome ->
                assertThatThrownBy(() -> desk.complete(toContactNever, "ContactReviewer", found(outcome)))
                        .hasMessageContaining("不愿被联系"));
        assertThatThrownBy(() -> desk.complete(toContactNever, "ContactReviewer", found("GENUINE", "message", "您好")))
                .hasMessageContaining("请把“发给评价人的消息”留空");
        assertThat(desk.openTasks(toContactNever)).containsExactly("ContactReviewer");
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                arguments("nothing at all", new Object[0], "请选择“下一步”。"),
                arguments("an empty reply", new Object[] {"replyStep", "REPLY", "reply", "  "}, "请填写“回复内容”。"),
                arguments("no reason", new Object[] {"replyStep", "NO_REPLY"}, "请填写“不回复的原因”。"),
                arguments("more than the platform takes", new Object[] {"replyStep", "REPLY", "reply", "长".repeat(501)}, "“回复内容”最多 500 个字，现在有 501 个字"),
                arguments("a request to delete", new Object[] {"replyStep", "REPLY", "reply", BAIT}, "差评"),
                arguments("a reward in disguise", new Object[] {"replyStep", "REPLY", "reply", "好评返xian 3元"}, "返xian"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void reply_is_refused(String what, Object[] fields, String message) {
        assertThatThrownBy(() -> desk.complete(toReply, "WritePublicReply", fields))
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining(message);

        assertThat(desk.openTasks(toReply)).containsExactly("WritePublicReply");
        assertThat(desk.review(toReply).reply()).isNull();
    }

    static Stream<Arguments> outcomes() {
        String future = "2999-01-01T00:00:00Z";
        return Stream.of(
                arguments("nothing at all", new Object[0], "请选择“回复是否已发布”。"),
                arguments("no time", new Object[] {"posting", "POSTED"}, "请填写“发布时间”。"),
                arguments("a time to come", new Object[] {"posting", "POSTED", "repliedAt", future}, "“发布时间”应在评价发表之后、现在之前"),
                arguments("a time before the review", new Object[] {"posting", "POSTED", "repliedAt", "2020-01-01T00:00:00Z"}, "“发布时间”应在评价发表之后"),
                arguments("no time at all", new Object[] {"posting", "POSTED", "repliedAt", "昨天"}, "“发布时间”应为日期和时间"),
                arguments("nobody", new Object[] {"posting", "POSTED", "repliedAt", ReviewDriver.now().toString()}, "请填写“发布人”。"),
                arguments("no reason", new Object[] {"posting", "NOT_POSTED"}, "请填写“没有发布的原因”。"),
                arguments("no refusal", new Object[] {"posting", "REFUSED"}, "请填写“平台不接受的原因”。"),
                arguments("no fate", recorded("lessonArea", "NONE"), "请选择“评价现在的情况”。"),
                arguments("no area", recorded("fate", "UNCHANGED"), "请选择“改进建议给谁”。"),
                arguments("no lesson", recorded("fate", "UNCHANGED", "lessonArea", "PRODUCT"), "请填写“改进建议”。"),
                arguments("a long lesson", recorded("fate", "UNCHANGED", "lessonArea", "PRODUCT", "lesson", "长".repeat(501)), "“改进建议”最多 500 个字"));
    }

    private static Object[] recorded(Object... more) {
        return Stream.concat(Stream.of("posting", "POSTED", "repliedAt", ReviewDriver.now().toString(), "repliedBy", "小李"), Stream.of(more)).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void outcome_is_refused(String what, Object[] fields, String message) {
        assertThatThrownBy(() -> desk.complete(toRecord, "RecordReviewOutcome", fields))
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining(message);

        assertThat(desk.openTasks(toRecord)).containsExactly("RecordReviewOutcome");
        assertThat(desk.review(toRecord).isClosed()).isFalse();
    }

    @Test
    void report_ruling_and_approval_need_their_words() {
        ReviewNumber number = desk.arrived();
        desk.contacted(number, "RULE_BREAKING");
        assertThatThrownBy(() -> desk.complete(number, "ReportReview", "reportOutcome", "REPORTED")).hasMessage("请填写“违规说明与证据”。");
        assertThatThrownBy(() -> desk.complete(number, "ReportReview", "reportOutcome", "NOT_REPORTED")).hasMessage("请填写“不举报的原因”。");
        desk.complete(number, "ReportReview", "reportOutcome", "REPORTED", "reportEvidence", "截图");
        assertThatThrownBy(() -> desk.complete(number, "RecordRuling")).hasMessage("请选择“平台裁定”。");
        desk.complete(number, "RecordRuling", "ruling", "NOT_REMOVED");
        desk.replies(number, "尊敬的顾客，您好！期待您的好评！");
        assertThatThrownBy(() -> desk.complete(number, "ApproveReply", "approval", "RETURN")).hasMessage("请填写“理由”。");
        assertThat(desk.openTasks(number)).containsExactly("ApproveReply");
    }

    @Test
    void supervisor_names_someone_who_can_and_a_time_that_is_possible() {
        ReviewNumber number = desk.arrived();
        desk.daysPass(number, 1);

        assertThatThrownBy(() -> desk.complete(number, "SuperviseOverdueReview", "action", "REASSIGN", "newAssignee", "nobody", "reason", "忙"))
                .hasMessageContaining("“改派给”不能是 nobody");
        assertThatThrownBy(() -> desk.complete(number, "SuperviseOverdueReview", "action", "EXTEND", "reason", "忙"))
                .hasMessage("请填写“新的办结时间”。");
        assertThatThrownBy(() -> desk.complete(number, "SuperviseOverdueReview", "action", "TAKE_OVER")).hasMessage("请填写“原因”。");
        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer", "SuperviseOverdueReview");
    }

    @Test
    void variables_that_no_form_has_change_nothing_and_are_gone() {
        ReviewNumber number = desk.arrived();

        desk.contacted(number, "NO_CONTACT", "number", "R-20990101-000001", "route", "CONCLUDED", "replyDue", "never",
                "complaintToLink", "x", "evil", "x".repeat(100));

        var variables = runtime.getVariables(desk.task(number, "WritePublicReply").getExecutionId());
        assertThat(variables).doesNotContainKeys("evil", "contactNote", "contactOutcome")
                .containsEntry("number", number.value()).containsEntry("route", "WINDOW_OPEN");
        assertThat(variables.get("replyDue")).isInstanceOf(java.util.Date.class);
    }

    @Test
    void review_taken_down_twice_or_without_what_it_needs_is_not_registered() {
        long before = runtime.createProcessInstanceQuery().processDefinitionKey("review-handling").count();

        assertThatThrownBy(() -> takenDown("platform", "FAX")).hasMessageContaining("“平台”没有选项“FAX”");
        assertThatThrownBy(() -> takenDown("rating", "6")).hasMessageContaining("1 到 5 之间的整数");
        assertThatThrownBy(() -> takenDown("postedAt", null)).hasMessageContaining("请填写“评价时间”");
        assertThatThrownBy(() -> takenDown("postedAt", "2999-01-01T00:00:00Z")).hasMessageContaining("不能晚于现在");
        assertThatThrownBy(() -> takenDown("customerName", " ")).hasMessage("请填写“客户称呼”。");
        assertThatThrownBy(() -> takenDown("text", "长".repeat(4_001))).hasMessageContaining("最多 4000 个字");
        NewReview known = ReviewDriver.somethingBroken();
        ReviewNumber number = desk.arrives(known);
        assertThatThrownBy(() -> takenDown("externalId", known.externalId())).hasMessageContaining(number.value());

        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("review-handling").count()).isEqualTo(before + 1);
    }

    private void takenDown(String field, String value) {
        var fields = ReviewDriver.named("shop", "店", "platform", "TMALL", "rating", "1", "text", "坏了", "postedAt",
                ReviewDriver.now().minus(Duration.ofHours(1)).toString(), "customerName", "王");
        fields.put(field, value);
        desk.takeDown(fields.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())).toArray());
    }

    @Test
    void reply_is_counted_in_characters_as_the_form_counts_them() {
        ReviewNumber number = desk.replying();

        assertThatThrownBy(() -> desk.replies(number, "😀".repeat(501))).hasMessageContaining("最多 500 个字，现在有 501 个字");
        desk.replies(number, "😀".repeat(500));

        assertThat(desk.openTasks(number)).containsExactly("RecordReviewOutcome");
    }

    @Test
    void review_that_two_people_end_at_the_same_moment_is_said_to_be_closed() {
        ReviewNumber number = desk.arrived();
        Review ended = desk.review(number);
        ended.endEarly(EarlyEnd.REVIEW_GONE, "消失", ReviewDriver.now());
        reviews.save(ended);

        assertThatThrownBy(() -> handling.endEarly(number, EarlyEnd.REVIEW_GONE, "消失")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已结案");
    }

    @Test
    void closed_review_cannot_be_ended_again_and_a_duplicate_needs_its_original() {
        ReviewNumber number = desk.arrived();
        assertThatThrownBy(() -> reviews.endEarly(number, EarlyEnd.DUPLICATE, number.value())).isInstanceOf(InvalidInput.class);

        reviews.endEarly(number, EarlyEnd.DUPLICATE, toReply.value());

        assertThat(desk.review(number).stage()).isEqualTo(ReviewStage.CLOSED);
        assertThatThrownBy(() -> reviews.endEarly(number, EarlyEnd.REVIEW_GONE, "消失")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("已结案");
    }
}
