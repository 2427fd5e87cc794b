package org.complaintdesk.review.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.review.ContactOutcome;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Fate;
import org.complaintdesk.review.LessonArea;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.ReviewStage;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.review.Ruling;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.complaintdesk.support.ReviewDriver;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.UpdateState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@RecordApplicationEvents
class ReviewHandlingTests {

    private static final Duration DAY = Duration.ofHours(24);
    private static final String BORDERLINE = "尊敬的顾客，您好！问题已经处理，期待您的好评！";

    @Autowired ReviewDriver desk;
    @Autowired CaseDriver complaintDesk;
    @Autowired Reviews reviews;
    @Autowired ContactReviewer contactReviewer;
    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired ApplicationEvents published;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired HistoryService history;
    @Autowired ManagementService management;
    @Autowired IdentityService identity;
    @Autowired RepositoryService repository;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_flow_of_the_model_was_taken() {
        assertThat(FlowRecorder.notTaken(repository, "review-handling")).isEmpty();
    }

    @Test
    void review_that_arrives_is_triaged_and_waits_for_an_agent_to_contact_the_reviewer_within_24_hours() {
        ReviewNumber number = desk.arrived();

        assertThat(number.value()).matches("R-\\d{8}-\\d{6}");
        Review review = desk.review(number);
        assertThat(review.stage()).isEqualTo(ReviewStage.CONTACTING);
        assertThat(review.kind()).isNotNull();
        assertThat(review.contactDue()).isEqualTo(review.receivedAt().plus(DAY));
        Task task = desk.task(number, "ContactReviewer");
        assertThat(task.getDueDate().toInstant()).isBetween(review.contactDue(), review.contactDue().plusSeconds(60));
        assertThat(task.getPriority()).isEqualTo(review.priority());
        assertThat(runtime.getVariables(task.getExecutionId())).containsOnlyKeys("number", "customerName", "categoryName",
                "severity", "priority", "replyReminder", "replyDue");
    }

    @Test
    void injury_is_urgent() {
        ReviewNumber number = desk.arrives(ReviewDriver.posted(Duration.ofHours(1), Channel.JD, "喝完全身过敏，送医院急诊了"));

        assertThat(desk.review(number).urgency()).isEqualTo(Severity.P1);
        assertThat(desk.task(number, "ContactReviewer").getDueDate().toInstant())
                .isBefore(ReviewDriver.now().plus(Duration.ofHours(3)));
    }

    @Test
    void review_taken_down_by_an_agent_has_a_case_whatever_its_rating() {
        ProcessInstance started = desk.takeDown("shop", "京东自营店", "platform", "JD", "rating", "4", "text", "还行，就是慢",
                "postedAt", ReviewDriver.now().minus(Duration.ofHours(2)).toString(), "customerName", "李女士");

        ReviewNumber number = new ReviewNumber(runtime.createProcessInstanceQuery().processInstanceId(started.getId())
                .singleResult().getBusinessKey());
        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer");
        assertThat(desk.review(number).rating()).isEqualTo(4);
        assertThat(runtime.getVariables(started.getId())).doesNotContainKeys("shop", "text", "rating");
    }

    @Test
    void genuine_problem_becomes_a_complaint_linked_both_ways_and_the_review_waits_for_it() {
        ReviewNumber number = desk.arrived();

        desk.contacted(number, "GENUINE", "desiredOutcome", "退款");

        Review review = desk.review(number);
        Complaint complaint = complaints.get(review.complaintNumber());
        assertThat(review.stage()).isEqualTo(ReviewStage.AWAITING_COMPLAINT);
        assertThat(desk.whereItIs(number)).contains("AwaitComplaint");
        assertThat(desk.openTasks(number)).isEmpty();
        assertThat(complaint.reviewNumber()).isEqualTo(number.value());
        assertThat(complaint.channel()).isEqualTo(Channel.TMALL);
        assertThat(complaint.description()).isEqualTo(review.text());
        assertThat(complaint.desiredOutcome()).isEqualTo("退款");
        assertThat(complaint.customerId()).isEqualTo(review.customerId());
        assertThat(complaintDesk.openTasks(complaint.number())).containsExactly("RecordComplaint");
    }

    @Test
    void bare_rating_becomes_a_complaint_without_what_the_agent_noted() {
        ReviewNumber number = desk.arrives(ReviewDriver.posted(Duration.ofHours(1), Channel.TMALL, null));

        desk.contacted(number, "GENUINE");

        assertThat(complaints.get(desk.review(number).complaintNumber()).description())
                .contains("1 星").doesNotContain("电话核实了情况");
    }

    @Test
    void settled_complaint_lets_the_review_go_on_to_a_reply_that_says_so() {
        joinsTheAgents("gina");
        ReviewNumber number = desk.arrived();
        desk.completeAs("gina", number, "ContactReviewer", "contactOutcome", "GENUINE", "reviewKind", "PRODUCT", "contactNote",
                "照片属实");
        ComplaintNumber complaint = desk.review(number).complaintNumber();
        settle(complaint, "satisfied", "YES", "score", 5);

        assertThat(complaints.get(complaint).closing()).isEqualTo(Closing.SATISFIED);
        assertThat(desk.review(number).stage()).as("what follows is a job of its own").isEqualTo(ReviewStage.AWAITING_COMPLAINT);
        desk.goesOn(number);

        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        assertThat(desk.story(number)).contains(ReviewHappening.COMPLAINT_OPENED, ReviewHappening.COMPLAINT_CONCLUDED);
        assertThat((String) shown(number, "WritePublicReply", "reply")).contains("53度酱香白酒").contains("仅退款");
        desk.replies(number, (String) shown(number, "WritePublicReply", "reply"));
        assertThat(desk.openTasks(number)).containsExactly("RecordReviewOutcome");
    }

    @Test
    void reply_says_what_was_done_though_nobody_could_ask_what_the_customer_thinks_of_it() {
        joinsTheAgents("gina");
        ReviewNumber number = desk.arrived();
        desk.contacted(number, "GENUINE");
        ComplaintNumber complaint = desk.review(number).complaintNumber();
        settle(complaint, "satisfied", "NOT_ASKED", "followUpNote", "电话没有人接");

        assertThat(complaints.get(complaint).closing()).isEqualTo(Closing.NO_ANSWER);
        desk.goesOn(number);

        assertThat((String) shown(number, "WritePublicReply", "reply")).contains("仅退款").doesNotContain("没有联系上");
    }

    private void settle(ComplaintNumber complaint, Object... followUp) {
        complaintDesk.complete(complaint, "RecordComplaint", "customerName", "王小明", "orderAmount", 399);
        complaintDesk.diagnose(complaint);
        complaintDesk.propose(complaint, "REFUND", 99);
        complaintDesk.complete(complaint, "RecordCustomerAnswer", "answer", "ACCEPTED");
        complaintDesk.complete(complaint, "ExecuteSolution", "executionNote", "已退款");
        complaintDesk.complete(complaint, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-5");
        complaintDesk.timePasses(complaint, DAY.multipliedBy(3).plusMinutes(1));
        complaintDesk.completeAs("gina", complaint, "FollowUpCustomer", followUp);
    }

    @Test
    void problem_that_is_a_complaint_already_is_linked_to_it() {
        ComplaintNumber open = complaintDesk.diagnosed();
        ReviewNumber number = desk.arrived();

        desk.contacted(number, "GENUINE", "complaintNumber", open.value().toLowerCase());

        assertThat(desk.review(number).complaintNumber()).isEqualTo(open);
        assertThat(complaints.get(open).reviewNumber()).isEqualTo(number.value());
        assertThat(desk.whereItIs(number)).contains("AwaitComplaint");
        complaints.endEarly(open, Closing.WITHDRAWN, "客户撤诉");
        desk.goesOn(number);
        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
    }

    @Test
    void complaint_that_is_closed_already_is_not_waited_for() {
        ComplaintNumber closed = complaintDesk.diagnosed();
        complaints.endEarly(closed, Closing.UNREACHABLE, "三次电话无人接听");
        ReviewNumber number = desk.arrived();

        desk.contacted(number, "GENUINE", "complaintNumber", closed.value());

        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        assertThat(desk.story(number)).contains(ReviewHappening.COMPLAINT_LINKED, ReviewHappening.COMPLAINT_CONCLUDED);
    }

    @Test
    void review_whose_complaint_is_merged_into_another_waits_for_that_one() {
        ReviewNumber number = desk.arrived();
        desk.contacted(number, "GENUINE");
        ComplaintNumber duplicate = desk.review(number).complaintNumber();
        ComplaintNumber original = ofTheSameOrder(desk.review(number));

        complaints.endEarly(duplicate, Closing.DUPLICATE, original.value());
        desk.goesOn(number);

        assertThat(desk.review(number).complaintNumber()).isEqualTo(original);
        assertThat(desk.review(number).stage()).isEqualTo(ReviewStage.AWAITING_COMPLAINT);
        assertThat(desk.openTasks(number)).isEmpty();
        assertThat(desk.story(number)).contains(ReviewHappening.COMPLAINT_MERGED).doesNotContain(ReviewHappening.COMPLAINT_CONCLUDED);
        assertThat(complaints.get(original).reviewNumber()).isEqualTo(number.value());

        complaints.endEarly(original, Closing.WITHDRAWN, "客户撤诉");
        desk.goesOn(number);
        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
    }

    @Test
    void review_that_is_about_a_duplicate_is_linked_to_where_that_goes_on() {
        ReviewNumber number = desk.arrived();
        ComplaintNumber duplicate = ofTheSameOrder(desk.review(number));
        ComplaintNumber original = ofTheSameOrder(desk.review(number));
        complaints.endEarly(duplicate, Closing.DUPLICATE, original.value());

        desk.contacted(number, "GENUINE", "complaintNumber", duplicate.value());

        assertThat(desk.review(number).complaintNumber()).isEqualTo(original);
        assertThat(desk.whereItIs(number)).contains("AwaitComplaint");
    }

    private ComplaintNumber ofTheSameOrder(Review review) {
        NewComplaint broken = CaseDriver.somethingBroken();
        return complaints.register(new NewComplaint(review.shop(), broken.channel(), broken.externalId(), review.orderNumber(),
                broken.orderAmount(), broken.description(), null, null, broken.customer())).number();
    }

    @Test
    void reply_does_not_wait_for_a_complaint_when_the_platforms_window_is_about_to_close() {
        ReviewNumber number = desk.arrived();
        desk.contacted(number, "GENUINE");

        desk.daysPass(number, 23);
        assertThat(desk.openTasks(number)).isEmpty();
        desk.daysPass(number, 1);

        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        assertThat((String) shown(number, "WritePublicReply", "reply")).contains("正在跟进");
        complaints.endEarly(desk.review(number).complaintNumber(), Closing.WITHDRAWN, "撤诉");
        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
    }

    @Test
    void misunderstanding_that_was_explained_gets_a_public_reply_and_the_case_its_outcome() {
        ReviewNumber number = desk.recording();
        assertThat((String) shown(number, "RecordReviewOutcome", "replyToPost")).contains("已与您联系并说明了情况");

        desk.posts(number);

        assertThat(desk.hasEnded(number)).isTrue();
        Review review = desk.review(number);
        assertThat(review.stage()).isEqualTo(ReviewStage.CLOSED);
        assertThat(review.fate()).isEqualTo(Fate.UNCHANGED);
        assertThat(review.repliedBy()).isEqualTo("小李");
        assertThat(review.repliedAt()).isNotNull();
        assertThat(review.lessonArea()).isEqualTo(LessonArea.WAREHOUSE);
        assertThat(desk.story(number)).containsSubsequence(ReviewHappening.RECEIVED, ReviewHappening.TRIAGED,
                ReviewHappening.CONTACTED, ReviewHappening.REPLY_DRAFTED, ReviewHappening.CONCLUDED);
    }

    @Test
    void lesson_learnt_before_is_offered_and_counted() {
        ReviewNumber first = desk.recording();
        desk.posts(first);
        ReviewNumber second = desk.recording();

        assertThat(shown(second, "RecordReviewOutcome", "lessonOptions").toString()).contains("酒瓶加气柱袋");
        desk.complete(second, "RecordReviewOutcome", "posting", "NOT_POSTED", "notPostedReason", "评价已消失", "fate",
                "REMOVED_BY_CUSTOMER", "lessonArea", "WAREHOUSE", "knownLesson", "酒瓶加气柱袋");

        assertThat(desk.review(second).noReplyReason()).isEqualTo("评价已消失");
        assertThat(reviews.commonLessons(LessonArea.WAREHOUSE, 10)).anySatisfy(lesson -> {
            assertThat(lesson.lesson()).isEqualTo("酒瓶加气柱袋");
            assertThat(lesson.times()).isGreaterThan(1);
        });
    }

    @Test
    void agent_corrects_the_kind_that_triage_proposed() {
        ReviewNumber number = desk.arrived();

        desk.complete(number, "ContactReviewer", "contactOutcome", "NO_CONTACT", "reviewKind", "SERVICE", "contactNote", "客服态度");

        assertThat(desk.review(number).kind()).isEqualTo(ReviewKind.SERVICE);
        assertThat(desk.story(number)).contains(ReviewHappening.JUDGED);
        assertThat(desk.review(number).attempts()).isZero();
        assertThat((String) shown(number, "WritePublicReply", "reply")).contains("服务没有做好");
    }

    @Test
    void reviewer_who_is_not_reached_is_tried_again_and_after_three_times_the_reply_is_next() {
        ReviewNumber number = desk.arrived();
        for (int attempt = 1; attempt < 3; attempt++) {
            desk.contacted(number, "NOT_REACHED");
            assertThat(desk.openTasks(number)).isEmpty();
            desk.timePasses(number, Duration.ofHours(4).plusMinutes(1));
            assertThat(desk.openTasks(number)).containsExactly("ContactReviewer");
        }

        desk.contacted(number, "NOT_REACHED");

        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        assertThat(desk.review(number).attempts()).isEqualTo(3);
        assertThat(desk.review(number).stage()).isEqualTo(ReviewStage.REPLYING);
        assertThat((String) shown(number, "WritePublicReply", "reply")).contains("没有联系上");
    }

    @Test
    void reviewer_who_refuses_contact_is_never_contacted_again() {
        NewReview first = ReviewDriver.somethingBroken();
        ReviewNumber number = desk.arrives(first);
        desk.contacted(number, "REFUSED_CONTACT");
        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        assertThat(customers.refusesContact(desk.review(number).customerId())).isTrue();

        ReviewNumber again = desk.arrives(new NewReview(first.shop(), Channel.JD, null, null, null, 1, "又坏了",
                ReviewDriver.now(), first.reviewer()));

        assertThat(shown(again, "ContactReviewer", "outcomeOptions").toString()).contains("NO_CONTACT").contains("GENUINE")
                .doesNotContain("MISUNDERSTANDING").doesNotContain("NOT_REACHED");
        assertThat(shown(again, "ContactReviewer", "contactRule").toString()).contains("请勿联系");
        assertThat(facts(again)).contains("请勿联系");
        desk.contacted(again, "NO_CONTACT");
        assertThat(desk.openTasks(again)).containsExactly("WritePublicReply");
    }

    @Test
    void complaint_opened_for_someone_who_refuses_contact_sends_nothing_by_itself() {
        NewReview incoming = ReviewDriver.somethingBroken();
        desk.contacted(desk.arrives(incoming), "REFUSED_CONTACT");
        ReviewNumber number = desk.arrives(new NewReview(incoming.shop(), Channel.JD, null, null, null, 1, "又坏了",
                ReviewDriver.now(), incoming.reviewer()));

        desk.contacted(number, "GENUINE");

        ComplaintNumber complaint = desk.review(number).complaintNumber();
        complaintDesk.deliver(complaint);
        assertThat(updates.of(complaint.value())).extracting(CustomerUpdates.View::kind, CustomerUpdates.View::state)
                .contains(tuple("ACKNOWLEDGEMENT", UpdateState.KEPT));
        assertThat(desk.mails(incoming.reviewer().email())).isEmpty();
    }

    @Test
    void message_of_the_agent_goes_to_the_reviewer() {
        NewReview incoming = ReviewDriver.somethingBroken();
        ReviewNumber number = desk.arrives(incoming);

        desk.contacted(number, "NOT_REACHED", "message", "我们想了解酒瓶破损的情况，方便时请回电。");
        desk.deliver(number);

        assertThat(desk.mails(incoming.reviewer().email())).singleElement().asString().contains(number.value());
    }

    @Test
    void review_that_breaks_the_rules_is_reported_and_removed_by_the_platform() {
        ReviewNumber number = reported();
        assertThat(desk.review(number).stage()).isEqualTo(ReviewStage.AWAITING_RULING);
        assertThat(shown(number, "RecordRuling", "reportFacts").toString()).contains("JB&#45;77").contains("同行恶意差评截图");

        desk.complete(number, "RecordRuling", "ruling", "REMOVED", "rulingNote", "核实违规");

        assertThat(desk.openTasks(number)).containsExactly("RecordReviewOutcome");
        assertThat(shown(number, "RecordReviewOutcome", "fate")).isEqualTo("REMOVED_BY_PLATFORM");
        desk.complete(number, "RecordReviewOutcome", "fate", "REMOVED_BY_PLATFORM", "lessonArea", "NONE");
        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.review(number).ruling()).isEqualTo(Ruling.REMOVED);
        assertThat(desk.review(number).repliedAt()).isNull();
    }

    private ReviewNumber reported() {
        ReviewNumber number = desk.arrived();
        desk.contacted(number, "RULE_BREAKING");
        desk.complete(number, "ReportReview", "reportOutcome", "REPORTED", "reportEvidence", "同行恶意差评截图",
                "reportReference", "JB-77");
        return number;
    }

    @Test
    void review_that_the_platform_keeps_or_that_is_not_reported_gets_a_reply() {
        ReviewNumber kept = reported();
        desk.complete(kept, "RecordRuling", "ruling", "NOT_REMOVED", "rulingNote", "证据不足");
        assertThat(desk.openTasks(kept)).containsExactly("WritePublicReply");

        ReviewNumber unanswered = reported();
        desk.complete(unanswered, "RecordRuling", "ruling", "NO_ANSWER");
        assertThat(desk.openTasks(unanswered)).containsExactly("WritePublicReply");

        ReviewNumber notReported = desk.arrived();
        desk.contacted(notReported, "RULE_BREAKING");
        desk.complete(notReported, "ReportReview", "reportOutcome", "NOT_REPORTED", "notReportedReason", "证据不足");
        assertThat(desk.openTasks(notReported)).containsExactly("WritePublicReply");
        assertThat(desk.story(notReported)).contains(ReviewHappening.NOT_REPORTED);
    }

    @Test
    void review_whose_window_closed_before_it_arrived_gets_no_reply_and_never_escalates_for_that() {
        ReviewNumber number = desk.arrives(ReviewDriver.posted(DAY.multipliedBy(40), Channel.TMALL, "酒瓶破损"));
        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer");
        desk.timePasses(number, Duration.ofHours(1));
        assertThat(desk.story(number)).doesNotContain(ReviewHappening.REMINDED, ReviewHappening.ESCALATED);

        desk.contacted(number, "GENUINE");
        ComplaintNumber complaint = desk.review(number).complaintNumber();
        desk.daysPass(number, 60);
        assertThat(desk.whereItIs(number)).contains("AwaitComplaint");
        complaints.endEarly(complaint, Closing.WITHDRAWN, "撤诉");
        desk.goesOn(number);

        assertThat(desk.openTasks(number)).containsExactly("RecordReviewOutcome");
        assertThat(shown(number, "RecordReviewOutcome", "replyToPost").toString()).contains("回复期限");
        assertThat(desk.story(number)).contains(ReviewHappening.NOT_REPLYING)
                .doesNotContain(ReviewHappening.REMINDED, ReviewHappening.ESCALATED);
    }

    @Test
    void review_from_a_platform_whose_clock_is_ahead_gets_its_reply_recorded() {
        ReviewNumber number = desk.arrives(ReviewDriver.posted(Duration.ofHours(-8), Channel.TMALL, "收到的酒瓶破损"));
        desk.contacted(number, "MISUNDERSTANDING");
        desk.replies(number, "尊敬的顾客，您好！我们已与您联系并说明了情况，感谢您的反馈。");

        desk.posts(number);

        assertThat(desk.review(number).isClosed()).isTrue();
    }

    @Test
    void review_that_its_writer_changes_shows_so_in_the_task_that_is_open() {
        NewReview first = ReviewDriver.somethingBroken();
        ReviewNumber number = desk.arrives(first);

        reviews.register(new NewReview(first.shop(), first.platform(), first.externalId(), first.orderNumber(),
                first.product(), 5, "客服当天就补发了", first.postedAt(), first.reviewer()));

        assertThat(desk.facts(number)).contains("评价后来改为 5 星").contains("客服当天就补发了");
    }

    @Test
    void agent_may_decide_not_to_reply() {
        ReviewNumber number = desk.replying();

        desk.complete(number, "WritePublicReply", "replyStep", "NO_REPLY", "noReplyReason", "评价已消失");

        assertThat(desk.openTasks(number)).containsExactly("RecordReviewOutcome");
        desk.complete(number, "RecordReviewOutcome", "fate", "REMOVED_BY_CUSTOMER", "lessonArea", "TRAINING", "lesson", "先联系再解释");
        assertThat(desk.review(number).fate()).isEqualTo(Fate.REMOVED_BY_CUSTOMER);
        assertThat(desk.review(number).noReplyReason()).isEqualTo("评价已消失");
    }

    @Test
    void borderline_reply_needs_a_supervisor() {
        ReviewNumber number = desk.replying();

        desk.replies(number, BORDERLINE);

        assertThat(desk.openTasks(number)).containsExactly("ApproveReply");
        assertThat(desk.review(number).stage()).isEqualTo(ReviewStage.AWAITING_APPROVAL);
        assertThat(shown(number, "ApproveReply", "replyToApprove").toString()).contains(BORDERLINE);
        assertThat(shown(number, "ApproveReply", "approvalNeeded").toString()).contains("好评");
        desk.complete(number, "ApproveReply", "approval", "APPROVE");
        assertThat(desk.openTasks(number)).containsExactly("RecordReviewOutcome");
    }

    @Test
    void reply_that_the_supervisor_returns_is_written_again_with_the_reason_at_hand() {
        ReviewNumber number = desk.replying();
        desk.replies(number, BORDERLINE);

        desk.complete(number, "ApproveReply", "approval", "RETURN", "approvalReason", "删去最后一句");

        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        assertThat(shown(number, "WritePublicReply", "replyGuide").toString()).contains("删去最后一句");
        assertThat(shown(number, "WritePublicReply", "reply")).isEqualTo(BORDERLINE);
    }

    @Test
    void reply_that_the_platform_refuses_is_written_again() {
        ReviewNumber number = desk.recording();

        desk.complete(number, "RecordReviewOutcome", "posting", "REFUSED", "refusalReason", "含联系方式");

        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        assertThat(shown(number, "WritePublicReply", "replyGuide").toString()).contains("含联系方式");
        desk.replies(number, "尊敬的顾客，您好！我们已为您处理。");
        desk.posts(number);
        assertThat(desk.hasEnded(number)).isTrue();
    }

    @Test
    void agent_keeps_the_review() {
        List.of("rita", "rob").forEach(this::joinsTheAgents);
        ReviewNumber number = desk.arrived();

        desk.completeAs("rita", number, "ContactReviewer", "contactOutcome", "NO_CONTACT", "reviewKind", "PRODUCT",
                "contactNote", "订单与描述不符");

        assertThat(desk.task(number, "WritePublicReply").getAssignee()).isEqualTo("rita");
        desk.daysPass(number, 30);
        desk.complete(number, "SuperviseOverdueReview", "action", "REASSIGN", "newAssignee", "rob", "reason", "请假");
        assertThat(desk.task(number, "WritePublicReply").getAssignee()).isEqualTo("rob");
        desk.replies(number, "尊敬的顾客，您好！我们已核对订单。");
        assertThat(desk.task(number, "RecordReviewOutcome").getAssignee()).isEqualTo("rob");
    }

    private void joinsTheAgents(String id) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        identity.saveUser(identity.newUser(id));
        identity.createMembership(id, "agents");
    }

    @Test
    void every_task_has_a_due_date_and_reminds_before_it() {
        ReviewNumber number = desk.arrived();
        reminds(number, "ContactReviewer");
        desk.contacted(number, "RULE_BREAKING");
        reminds(number, "ReportReview");
        desk.complete(number, "ReportReview", "reportOutcome", "REPORTED", "reportEvidence", "截图");
        reminds(number, "RecordRuling");
        desk.complete(number, "RecordRuling", "ruling", "NOT_REMOVED");
        reminds(number, "WritePublicReply");
        desk.replies(number, BORDERLINE);
        reminds(number, "ApproveReply");
        desk.complete(number, "ApproveReply", "approval", "APPROVE");
        reminds(number, "RecordReviewOutcome");
    }

    private void reminds(ReviewNumber number, String key) {
        Task task = desk.task(number, key);
        assertThat(task.getDueDate()).as("due date of %s", key).isNotNull();
        long before = reminders(number, task.getName());
        desk.timePasses(number, Duration.between(ReviewDriver.now(), task.getDueDate().toInstant()));
        assertThat(reminders(number, task.getName())).as("reminders of %s", key).isGreaterThan(before);
    }

    @Test
    void supervisors_hear_of_every_task_that_is_late_and_managers_of_a_late_approval() {
        ReviewNumber number = desk.arrived();
        desk.contacted(number, "RULE_BREAKING");
        isReported(number, "ReportReview", "supervisors");
        desk.complete(number, "ReportReview", "reportOutcome", "REPORTED", "reportEvidence", "截图");
        isReported(number, "RecordRuling", "supervisors");
        desk.complete(number, "RecordRuling", "ruling", "NOT_REMOVED");
        isReported(number, "WritePublicReply", "supervisors");
        desk.replies(number, BORDERLINE);
        isReported(number, "ApproveReply", "managers");
        desk.complete(number, "ApproveReply", "approval", "APPROVE");
        isReported(number, "RecordReviewOutcome", "supervisors");
    }

    private void isReported(ReviewNumber number, String key, String group) {
        Task task = desk.task(number, key);
        assertThat(told(number, task, group)).isEmpty();

        desk.timePasses(number, Duration.between(ReviewDriver.now(), task.getDueDate().toInstant()).plusMinutes(1));

        assertThat(told(number, task, group)).as("reports of %s", key).containsExactly(StaffNotice.OVERDUE);
        assertThat(reviews.story(desk.review(number))).filteredOn(event -> event.what() == ReviewHappening.REMINDED)
                .last().satisfies(told -> assertThat(told.details()).containsEntry("task", task.getName()).containsEntry("missed", "true"));
        assertThat(desk.isOpen(number, key)).isTrue();
    }

    private List<StaffNotice> told(ReviewNumber number, Task task, String group) {
        return published.stream(StaffNoticeDue.class).filter(notice -> notice.caseNumber().equals(number.value())
                && notice.recipient().equals(group) && task.getName().equals(notice.facts().get("task")))
                .map(StaffNoticeDue::kind).filter(kind -> kind != StaffNotice.REMINDER).toList();
    }

    @Test
    void task_for_which_more_time_was_allowed_is_not_reported_at_its_first_due_time() {
        ReviewNumber number = desk.replying();
        Task task = desk.task(number, "WritePublicReply");
        Instant due = task.getDueDate().toInstant();
        task.setDueDate(Date.from(due.plus(DAY)));
        tasks.saveTask(task);

        desk.timePasses(number, Duration.between(ReviewDriver.now(), due).plusMinutes(1));

        assertThat(told(number, task, "supervisors")).isEmpty();
    }

    @Test
    void reminder_that_comes_when_the_time_is_over_says_so() {
        ReviewNumber number = desk.replying();
        Task task = desk.task(number, "WritePublicReply");
        ClockUtil.setCurrentTime(new Date(task.getDueDate().getTime() + 1_000));

        management.executeJob(management.createJobQuery().processInstanceId(task.getProcessInstanceId())
                .activityId("WritePublicReplyDueSoon").singleResult().getId());

        assertThat(reviews.story(desk.review(number))).filteredOn(event -> event.what() == ReviewHappening.REMINDED)
                .last().satisfies(told -> assertThat(told.details()).containsEntry("task", "撰写公开回复").containsEntry("missed", "true"));
    }

    private long reminders(ReviewNumber number, String task) {
        return reviews.story(desk.review(number)).stream().filter(event -> event.what() == ReviewHappening.REMINDED)
                .filter(event -> event.details().get("task").equals(task)).count();
    }

    @Test
    void reviewer_not_contacted_within_24_hours_comes_before_a_supervisor_and_then_a_manager() {
        ReviewNumber number = desk.arrived();
        int priority = desk.task(number, "ContactReviewer").getPriority();

        desk.daysPass(number, 1);

        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer", "SuperviseOverdueReview");
        assertThat(desk.task(number, "ContactReviewer").getPriority()).isGreaterThan(priority);
        assertThat(groupOf(number)).isEqualTo("supervisors");
        desk.daysPass(number, 1);
        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer", "SuperviseOverdueReview");
        assertThat(groupOf(number)).isEqualTo("managers");
        assertThat(desk.review(number).escalationLevel()).isEqualTo(2);
    }

    private String groupOf(ReviewNumber number) {
        return tasks.getIdentityLinksForTask(desk.task(number, "SuperviseOverdueReview").getId()).get(0).getGroupId();
    }

    @Test
    void supervisor_allows_more_time_and_the_case_comes_back_when_that_passes_too() {
        ReviewNumber number = desk.arrived();
        desk.daysPass(number, 1);
        Instant more = ReviewDriver.now().plus(Duration.ofHours(30));

        desk.complete(number, "SuperviseOverdueReview", "action", "EXTEND", "newDueAt", more.toString(), "reason", "客户出差");

        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer");
        assertThat(desk.task(number, "ContactReviewer").getDueDate().toInstant()).isEqualTo(more);
        assertThat(runtime.getVariables(desk.task(number, "ContactReviewer").getExecutionId()))
                .doesNotContainKeys("action", "reason", "newDueAt");
        assertThat(shown(number, "ContactReviewer", "reviewKind")).as("the contact that is open beside it")
                .isEqualTo(desk.review(number).kind().name());
        desk.timePasses(number, Duration.ofHours(31));
        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer", "SuperviseOverdueReview");

        desk.complete(number, "SuperviseOverdueReview", "action", "TAKE_OVER", "reason", "我来联系");
        desk.daysPass(number, 3);
        assertThat(desk.openTasks(number)).as("the manager has it in hand").containsExactly("ContactReviewer");
    }

    @Test
    void review_that_was_contacted_late_and_is_in_hand_goes_before_no_manager() {
        ReviewNumber number = desk.arrived();
        desk.daysPass(number, 1);
        desk.contacted(number, "GENUINE");
        desk.complete(number, "SuperviseOverdueReview", "action", "TAKE_OVER", "reason", "我来跟进投诉");

        desk.daysPass(number, 2);

        assertThat(desk.review(number).escalationLevel()).isEqualTo(1);
        assertThat(desk.openTasks(number)).as("it waits for its complaint").isEmpty();
    }

    @Test
    void supervision_that_has_nothing_overdue_left_ends_instead_of_going_to_a_manager() {
        ReviewNumber number = desk.arrived();
        desk.daysPass(number, 1);
        desk.contacted(number, "GENUINE");
        assertThat(desk.openTasks(number)).containsExactly("SuperviseOverdueReview");

        desk.daysPass(number, 2);

        assertThat(desk.review(number).escalationLevel()).isEqualTo(1);
        assertThat(desk.openTasks(number)).isEmpty();
        desk.daysPass(number, 21);
        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        desk.daysPass(number, 6);
        assertThat(desk.openTasks(number)).as("what is missed later").containsExactly("SuperviseOverdueReview", "WritePublicReply");
    }

    @Test
    void new_time_for_what_was_late_no_more_is_a_time_all_the_same() {
        ReviewNumber number = desk.arrived();
        desk.daysPass(number, 1);
        desk.contacted(number, "MISUNDERSTANDING");
        desk.complete(number, "SuperviseOverdueReview", "action", "EXTEND", "newDueAt",
                ReviewDriver.now().plus(Duration.ofHours(30)).toString(), "reason", "等仓库回话");

        desk.timePasses(number, Duration.ofHours(31));

        assertThat(desk.openTasks(number)).containsExactly("SuperviseOverdueReview", "WritePublicReply");
        assertThat(groupOf(number)).isEqualTo("managers");
    }

    @Test
    void second_attempt_to_reach_the_reviewer_is_overdue_by_its_own_time() {
        ReviewNumber number = desk.arrived();
        desk.daysPass(number, 1);
        desk.contacted(number, "NOT_REACHED");
        desk.complete(number, "SuperviseOverdueReview", "action", "TAKE_OVER", "reason", "我来跟进");
        desk.daysPass(number, 1);
        assertThat(desk.openTasks(number)).as("the second attempt has time still").containsExactly("ContactReviewer");

        desk.daysPass(number, 1);

        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer", "SuperviseOverdueReview");
        assertThat(groupOf(number)).isEqualTo("managers");
    }

    @Test
    void reply_that_was_decided_against_is_not_missed_when_the_window_closes() {
        ReviewNumber number = desk.replying();
        desk.complete(number, "WritePublicReply", "replyStep", "NO_REPLY", "noReplyReason", "评价已消失");

        desk.daysPass(number, 30);

        assertThat(desk.openTasks(number)).containsExactly("RecordReviewOutcome");
        assertThat(desk.story(number)).doesNotContain(ReviewHappening.ESCALATED);
    }

    @Test
    void reply_that_is_missing_when_the_window_closes_escalates() {
        ReviewNumber number = desk.replying();

        desk.daysPass(number, 24);
        assertThat(desk.openTasks(number)).containsExactly("WritePublicReply");
        assertThat(desk.story(number)).contains(ReviewHappening.REMINDED).doesNotContain(ReviewHappening.ESCALATED);
        desk.daysPass(number, 6);

        assertThat(desk.openTasks(number)).containsExactly("SuperviseOverdueReview", "WritePublicReply");
        assertThat(desk.story(number)).contains(ReviewHappening.ESCALATED);
    }

    @Test
    void reviews_that_arrive_late_in_their_window_are_pressing_at_once() {
        ReviewNumber number = desk.arrives(ReviewDriver.posted(DAY.multipliedBy(28), Channel.TMALL, "酒瓶破损"));
        desk.timePasses(number, Duration.ofMinutes(1));
        assertThat(desk.story(number)).contains(ReviewHappening.REMINDED);

        desk.contacted(number, "GENUINE");
        desk.timePasses(number, Duration.ofMinutes(1));

        assertThat(desk.openTasks(number)).as("there is no time to wait for the complaint").containsExactly("WritePublicReply");
        desk.daysPass(number, 2);
        assertThat(desk.openTasks(number)).containsExactly("SuperviseOverdueReview", "WritePublicReply");
    }

    @Test
    void second_escalation_opens_no_second_supervision_while_one_is_open() {
        ReviewNumber number = desk.arrived();
        desk.daysPass(number, 29);
        assertThat(groupOf(number)).isEqualTo("managers");

        desk.daysPass(number, 1);

        assertThat(desk.openTasks(number)).containsExactly("ContactReviewer", "SuperviseOverdueReview");
        assertThat(history.createHistoricActivityInstanceQuery().activityId("SupervisedAlready")
                .processInstanceId(desk.task(number, "ContactReviewer").getProcessInstanceId()).count()).isOne();
        assertThat(reviews.story(desk.review(number))).filteredOn(event -> event.what() == ReviewHappening.REMINDED)
                .last().as("who supervises it is told what else was missed").satisfies(told -> assertThat(told.details())
                        .containsEntry("task", "回复期限").containsEntry("to", "客户部经理").containsEntry("missed", "true"));
    }

    @Test
    void case_that_is_answered_takes_its_escalation_with_it() {
        ReviewNumber number = desk.arrived();
        desk.daysPass(number, 1);
        desk.contacted(number, "MISUNDERSTANDING");
        desk.replies(number, "尊敬的顾客，您好！我们已与您联系并说明了情况。");
        assertThat(desk.openTasks(number)).containsExactly("RecordReviewOutcome", "SuperviseOverdueReview");

        desk.posts(number);

        assertThat(desk.hasEnded(number)).isTrue();
    }

    @Test
    void case_ends_early_from_any_stage() {
        ReviewNumber waiting = desk.arrived();
        desk.contacted(waiting, "GENUINE");
        ReviewNumber retrying = desk.arrived();
        desk.contacted(retrying, "NOT_REACHED");
        ReviewNumber overdue = desk.arrived();
        desk.daysPass(overdue, 1);
        List<ReviewNumber> stages = List.of(desk.arrived(), waiting, retrying, overdue, reported(), desk.replying(), desk.recording());

        stages.forEach(number -> reviews.endEarly(number, EarlyEnd.REVIEW_GONE, "评价已被平台清理"));

        assertThat(stages).allMatch(desk::hasEnded)
                .allMatch(number -> desk.review(number).earlyEnd() == EarlyEnd.REVIEW_GONE);
        assertThat(complaints.get(desk.review(waiting).complaintNumber()).isClosed()).as("the complaint goes on").isFalse();
    }

    @Test
    void complaint_closes_though_the_review_that_waited_for_it_has_ended() {
        ReviewNumber number = desk.arrived();
        desk.contacted(number, "GENUINE");
        reviews.endEarly(number, EarlyEnd.TAKEN_IN_BY_MISTAKE, "误收");

        complaints.endEarly(desk.review(number).complaintNumber(), Closing.WITHDRAWN, "撤诉");

        assertThat(complaints.get(desk.review(number).complaintNumber()).isClosed()).isTrue();
    }

    @Test
    void facts_show_the_order_and_what_else_is_known_of_it() {
        NewReview first = ReviewDriver.somethingBroken();
        ReviewNumber earlier = desk.arrives(first);
        desk.contacted(earlier, "GENUINE");
        ComplaintNumber complaint = desk.review(earlier).complaintNumber();

        ReviewNumber number = desk.arrives(new NewReview(first.shop(), first.platform(), null, first.orderNumber(),
                first.product(), 2, "补充：客服也不理人", ReviewDriver.now(), first.reviewer()));

        assertThat(facts(number)).contains("2 星").contains("客服也不理人").contains("53度酱香白酒")
                .contains("/reviews/" + earlier).contains("/cases/" + complaint);
    }

    @Test
    void facts_of_the_worst_review_fit_into_a_variable() {
        String marks = "*".repeat(100);
        NewReview worst = new NewReview(marks, Channel.OTHER, null, "#".repeat(64), "_".repeat(300), 1, "!".repeat(4_000),
                ReviewDriver.now(), new Contact(marks, null, null, "~".repeat(100)));
        ReviewNumber number = desk.arrives(worst);
        reviews.register(new NewReview(worst.shop(), worst.platform(), null, worst.orderNumber(), worst.product(), 1, "又".repeat(4_000),
                worst.postedAt(), worst.reviewer()));

        desk.contacted(number, "NOT_REACHED");
        desk.timePasses(number, Duration.ofHours(5));

        assertThat(facts(number)).hasSizeLessThanOrEqualTo(4_000).contains(number.value());
        assertThat(desk.review(number).contactOutcome()).isEqualTo(ContactOutcome.NOT_REACHED);
    }

    private String facts(ReviewNumber number) {
        return (String) shown(number, desk.openTasks(number).get(0), "caseFacts");
    }

    private Object shown(ReviewNumber number, String task, String variable) {
        return forms.getTaskFormVariables(desk.task(number, task).getId(), List.of(variable), false).get(variable);
    }

    @Test
    void task_whose_flow_has_just_gone_on_says_so() {
        assertThatThrownBy(() -> contactReviewer.notify(mock(DelegateTask.class))).isInstanceOf(OptimisticLockingException.class);
    }
}
