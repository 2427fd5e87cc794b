package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.UpdateState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintHandlingTests {

    /** These take every flow of both models. */
    static final Set<Class<?>> TOGETHER = Set.of(ComplaintHandlingTests.class, WaitingForCustomerTests.class,
            AskedForSatisfactionTests.class, AlarmsInTheFlowTests.class, MigratedClocksTests.class);
    private static final Duration DAY = Duration.ofHours(24);

    @Autowired CaseClocks clocks;
    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired Deadlines deadlines;
    @Autowired RuntimeService runtime;
    @Autowired CustomerUpdates updates;
    @Autowired IdentityService identity;
    @Autowired RepositoryService repository;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_flow_of_both_models_was_taken() {
        FlowRecorder.assertEveryFlowTaken(repository, ComplaintHandlingTests.class, TOGETHER, "complaint-handling",
                "complaint-mediation");
    }

    @Test
    void complaint_that_arrives_is_acknowledged_and_waits_for_an_agent_to_complete_it() {
        var incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.arrives(incoming);

        desk.deliver(number);

        assertThat(number.value()).matches("C-\\d{8}-\\d{6}");
        assertThat(desk.openTasks(number)).containsExactly("RecordComplaint");
        assertThat(desk.mails(incoming.customer().email())).singleElement().asString().contains(number.value());
        assertThat(desk.task(number, "RecordComplaint").getDueDate()).isInTheFuture();
    }

    @Test
    void complaint_taken_down_by_an_agent_goes_straight_to_diagnosis() {
        ProcessInstance started = desk.takeDown("shop", "京东自营店", "channel", "JD", "customerName", "李女士", "phone",
                "13900001111", "description", "开箱发现少了一瓶", "orderNumber", "JD1", "orderAmount", 128.5);

        String key = runtime.createProcessInstanceQuery().processInstanceId(started.getId()).singleResult().getBusinessKey();
        ComplaintNumber number = new ComplaintNumber(key);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        Complaint complaint = desk.complaint(number);
        assertThat(complaint.description()).isEqualTo("开箱发现少了一瓶");
        assertThat(complaint.diagnosis().category()).isEqualTo(Category.WRONG_OR_MISSING);
        assertThat(runtime.getVariables(started.getId())).containsOnlyKeys("number", "customerName", "categoryName",
                "severity", "priority", "settlementDue");
    }

    @Test
    void agent_keeps_the_case_until_a_supervisor_gives_it_to_a_colleague() {
        List.of("keeper", "colleague").forEach(this::joinsTheAgents);
        ComplaintNumber number = desk.recorded();

        desk.completeAs("keeper", number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity",
                "P2", "responsibleParty", "MERCHANT", "priority", 60, "rootCause", "瓶盖密封不严");

        assertThat(desk.task(number, "ProposeSolution").getAssignee()).isEqualTo("keeper");
        desk.timePasses(number, DAY.plusMinutes(1));
        desk.complete(number, "SuperviseOverdueCase", "action", "REASSIGN", "newAssignee", "colleague", "reason", "请假");
        assertThat(desk.task(number, "ProposeSolution").getAssignee()).isEqualTo("colleague");
        desk.propose(number, "REPAIR", null);
        assertThat(desk.task(number, "RecordCustomerAnswer").getAssignee()).isEqualTo("colleague");
    }

    private void joinsTheAgents(String id) {
        identity.saveUser(identity.newUser(id));
        identity.createMembership(id, "agents");
    }

    @Test
    void triage_proposes_and_the_agent_corrects() {
        ComplaintNumber number = desk.recorded();
        assertThat(desk.complaint(number).diagnosis().category()).isEqualTo(Category.DAMAGED_IN_TRANSIT);
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.DIAGNOSING);
        assertThat(desk.story(number)).as("the same proposal is noted once").containsOnlyOnce(Happening.TRIAGED);

        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", "P1",
                "responsibleParty", "MERCHANT", "priority", 90, "rootCause", "瓶盖密封不严");

        assertThat(desk.complaint(number).diagnosis().category()).isEqualTo(Category.QUALITY);
        assertThat(desk.complaint(number).severity()).isEqualTo(Severity.P1);
        assertThat(desk.task(number, "ProposeSolution").getPriority()).isEqualTo(90);
    }

    @Test
    void case_waits_visibly_for_evidence_and_returns_to_diagnosis() {
        ComplaintNumber number = desk.recorded();

        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "请拍摄瓶身和外箱照片");

        assertThat(desk.whereItIs(number)).contains("CollectEvidence");
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.AWAITING_EVIDENCE);
        desk.complete(number, "CollectEvidence", "evidenceOutcome", "RECEIVED", "evidenceNote", "三张照片，瓶身有裂纹");
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
    }

    @Test
    void small_refund_goes_through_to_a_satisfied_customer() {
        var incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.recorded(incoming);
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer");
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款", "executionReference", "RF-20");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-20");
        assertThat(desk.complaint(number).settledAt()).isNotNull();
        desk.deliver(number);

        desk.timePasses(number, DAY.multipliedBy(3).plusMinutes(1));
        desk.complete(number, "FollowUpCustomer", "satisfied", "YES", "score", "5", "followUpNote", "很满意");
        desk.deliver(number);

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.SATISFIED);
        assertThat(desk.story(number)).containsSubsequence(Happening.RECEIVED, Happening.TRIAGED, Happening.DIAGNOSED,
                Happening.PROPOSED, Happening.PRESENTED, Happening.ACCEPTED, Happening.STEP_DONE, Happening.SETTLED,
                Happening.FOLLOWED_UP, Happening.CLOSED);
        assertThat(desk.mails(incoming.customer().email())).filteredOn(subject -> !subject.contains("满意")).hasSize(6);
    }

    @Test
    void amount_above_the_agents_authority_needs_a_supervisor() {
        ComplaintNumber number = desk.diagnosed();

        desk.propose(number, "REFUND", 399);

        assertThat(desk.openTasks(number)).containsExactly("ApproveSolution");
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.AWAITING_APPROVAL);
        desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer");
    }

    @Test
    void amount_of_the_order_that_was_taken_down_wrong_is_corrected_with_the_proposal() {
        ComplaintNumber number = desk.diagnosed();

        desk.complete(number, "ProposeSolution", "proposalStep", "PROPOSE", "remedy", "REFUND", "amount", 450, "orderAmount", 459,
                "explanation", "按实付价退还");

        assertThat(desk.complaint(number).orderAmount().format()).isEqualTo("¥459.00");
        assertThat(complaints.story(desk.complaint(number))).filteredOn(event -> event.what() == Happening.ORDER_AMOUNT_CORRECTED).singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("amount", "459.00").containsEntry("amountBefore", "399.00"));
    }

    @Test
    void proposal_that_the_supervisor_amends_returns_to_the_agent_with_the_reason() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 399);

        desk.complete(number, "ApproveSolution", "approval", "AMEND", "approvalReason", "先补发，客户急用");

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        assertThat(desk.complaint(number).round()).isZero();
        assertThat(desk.facts(number)).contains("先补发，客户急用");
    }

    @Test
    void declined_proposal_returns_to_the_agent() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 50);

        desk.complete(number, "RecordCustomerAnswer", "answer", "COUNTER_WISH", "answerReason", "希望全额退款");

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        assertThat(desk.story(number)).contains(Happening.DECLINED);
    }

    @Test
    void after_three_declined_proposals_the_case_goes_to_mediation() {
        ComplaintNumber number = desk.diagnosed();
        for (int round = 1; round <= 3; round++) {
            desk.propose(number, "REFUND", 10 * round);
            desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");
        }

        assertThat(desk.openTasks(number)).containsExactly("HearCustomer", "HearShop");
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.MEDIATING);
    }

    @Test
    void mediation_that_agrees_is_carried_out() {
        ComplaintNumber number = desk.diagnosed();
        desk.complete(number, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "客户要求主管出面");
        hearBothSides(number);
        desk.complete(number, "DraftAgreement", "remedy", "REFUND", "amount", 200, "agreementText",
                "商家三日内退款 200 元；客户保留商品。");
        desk.complete(number, "RecordAgreement", "agreed", "YES", "agreementNote", "电话确认");

        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
        assertThat(desk.complaint(number).solution().amount().yuan()).isEqualByComparingTo("200");
    }

    @Test
    void mediation_that_fails_ends_the_case_and_tells_the_customer_where_to_turn() {
        var incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.recorded(incoming);
        desk.diagnose(number);
        desk.complete(number, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "分歧太大");
        hearBothSides(number);
        desk.complete(number, "DraftAgreement", "remedy", "REFUND", "amount", 100, "agreementText", "退款 100 元");
        desk.complete(number, "RecordAgreement", "agreed", "NO", "agreementNote", "客户坚持三倍赔偿");
        desk.deliver(number);

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NOT_AGREED);
        assertThat(desk.mails(incoming.customer().email())).hasSize(3);
    }

    private void hearBothSides(ComplaintNumber number) {
        desk.complete(number, "HearCustomer", "customerStatement", "酒瓶全碎了", "customerEvidence", "开箱视频");
        desk.complete(number, "HearShop", "shopStatement", "出库时完好", "shopEvidence", "打包视频");
    }

    @Test
    void goods_that_come_back_in_order_are_refunded() {
        ComplaintNumber number = qualityCase("RETURN_AND_REFUND", 399);

        assertThat(desk.openTasks(number)).containsExactly("ReceiveReturn");
        desk.complete(number, "ReceiveReturn", "returnOutcome", "ACCEPTED", "returnTracking", "SF123");
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", "399.00", "refundReference", "FIN-2");

        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.FOLLOWING_UP);
    }

    @Test
    void goods_that_come_back_damaged_are_negotiated_again_and_not_asked_for_once_more() {
        ComplaintNumber number = qualityCase("RETURN_AND_REFUND", 399);

        desk.complete(number, "ReceiveReturn", "returnOutcome", "OBJECTION", "returnNote", "瓶盖已开封，少了一半");

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        assertThat(desk.facts(number)).contains("商品已在我方");
        agreed(number, "RETURN_AND_REFUND", 300);
        goodsAreHere(number);
    }

    @Test
    void goods_whose_refund_finance_gave_back_are_not_asked_for_once_more() {
        ComplaintNumber number = qualityCase("RETURN_AND_REFUND", 399);
        desk.complete(number, "ReceiveReturn", "returnOutcome", "ACCEPTED", "returnTracking", "SF123");
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "RETURNED", "refundNote", "订单已部分退款，只能退 300 元");

        agreed(number, "RETURN_AND_REFUND", 300);
        goodsAreHere(number);
    }

    private void goodsAreHere(ComplaintNumber number) {
        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
        assertThat(execution(number)).isEqualTo(ClockState.RUNNING);
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString()
                .contains("您已接受处理方案", "接下来为您办理退款").doesNotContain("请您把商品寄回");
    }

    @Test
    void customer_is_not_asked_for_what_the_shop_keeps_itself() {
        ComplaintNumber number = desk.recorded();
        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "WRONG_OR_MISSING", "severity", "P2",
                "responsibleParty", "WAREHOUSE", "priority", 60, "rootCause", "仓库漏装一瓶");

        desk.propose(number, "RESEND", null);

        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("PROPOSAL")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("处理方案").doesNotContain("打包视频", "请您提供");
    }

    @Test
    void refund_that_finance_cannot_pay_as_agreed_is_negotiated_again() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");

        desk.complete(number, "ConfirmRefund", "refundOutcome", "RETURNED", "refundNote", "订单已部分退款，只能退 60 元");

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        desk.propose(number, "REFUND", 60);
        assertThat(proposals(number)).last().asString().contains("原来商定的方案不能照办，非常抱歉")
                .doesNotContain("感谢您的意见", "已经核实");
    }

    @Test
    void offer_that_we_went_back_on_is_not_one_that_the_customer_refused() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "RETURNED", "refundNote", "订单已部分退款，只能退 60 元");

        for (int amount : List.of(60, 70)) {
            desk.propose(number, "REFUND", amount);
            desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");
        }

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        desk.propose(number, "REFUND", 80);
        assertThat(proposals(number)).last().asString().contains("感谢您的意见").doesNotContain("不能照办");
    }

    private List<String> proposals(ComplaintNumber number) {
        return updates.of(number.value()).stream().filter(update -> update.kind().equals("PROPOSAL"))
                .map(CustomerUpdates.View::text).toList();
    }

    @Test
    void customer_who_accepts_is_told_at_once_what_to_do_next() {
        ComplaintNumber number = qualityCase("RETURN_AND_REFUND", 399);

        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString()
                .contains("您已接受处理方案").contains("请您把商品寄回").doesNotContain("无需做什么");

        desk.complete(number, "ReceiveReturn", "returnOutcome", "ACCEPTED");

        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString()
                .contains("接下来为您办理退款", "您现在无需做什么。有新的进展");
    }

    @Test
    void goods_that_never_came_are_negotiated_again_and_nobody_says_that_they_are_here() {
        ComplaintNumber number = qualityCase("RETURN_AND_REFUND", 399);

        desk.complete(number, "ReceiveReturn", "returnOutcome", "NOT_RECEIVED", "returnNote", "入库记录里没有这一单");

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString()
                .contains("没有收到您寄回的商品", "商定后续办法", "无需做什么").doesNotContain("我们已收到");
        agreed(number, "RETURN_AND_REFUND", 399);
        assertThat(desk.openTasks(number)).containsExactly("ReceiveReturn");
    }

    @Test
    void goods_that_do_not_come_in_time_are_asked_after_and_go_before_a_supervisor() {
        ComplaintNumber number = qualityCase("RETURN_AND_REFUND", 399);
        assertThat(execution(number)).isEqualTo(ClockState.WAITING);

        desk.timePasses(number, DAY.multipliedBy(7).plusMinutes(1));

        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("CUSTOMER_REMINDER")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("您寄回商品", "快递公司和单号").doesNotContain("到时没有答复");
        assertThat(execution(number)).isEqualTo(ClockState.RUNNING);
        assertThat(desk.openTasks(number)).containsExactly("ReceiveReturn");

        desk.timePasses(number, DAY);

        assertThat(desk.openTasks(number)).containsExactly("ReceiveReturn", "SuperviseOverdueCase");
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind).doesNotContain("DELAY_APOLOGY");

        desk.complete(number, "ReceiveReturn", "returnOutcome", "ACCEPTED");
        assertThat(execution(number)).isEqualTo(ClockState.RUNNING);
    }

    private ClockState execution(ComplaintNumber number) {
        return clocks.view(ClockKey.of(number.value(), ClockName.EXECUTION)).orElseThrow().state();
    }

    @Test
    void exchange_takes_the_goods_back_and_ships_new_ones() {
        ComplaintNumber number = qualityCase("EXCHANGE", null);

        desk.complete(number, "ReceiveReturn", "returnOutcome", "ACCEPTED");
        desk.complete(number, "ShipReplacement", "carrier", "顺丰", "trackingNumber", "SF888");

        assertThat(desk.complaint(number).settledAt()).isNotNull();
    }

    private ComplaintNumber qualityCase(String remedy, Object amount) {
        ComplaintNumber number = desk.recorded();
        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 60, "rootCause", "批次质量问题");
        agreed(number, remedy, amount);
        return number;
    }

    private void agreed(ComplaintNumber number, String remedy, Object amount) {
        desk.propose(number, remedy, amount);
        if (desk.isOpen(number, "ApproveSolution")) {
            desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        }
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
    }

    @Test
    void customer_who_is_not_satisfied_reopens_the_case_and_the_supervisors_are_told() {
        ComplaintNumber number = desk.settled();
        desk.timePasses(number, DAY.multipliedBy(3).plusMinutes(1));

        desk.complete(number, "FollowUpCustomer", "satisfied", "NO", "score", "2", "followUpNote", "退款还没到账");

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        Complaint reopened = desk.complaint(number);
        assertThat(reopened.reopened()).isOne();
        assertThat(reopened.diagnosis().rootCause()).isEqualTo("快递分拣时摔落");
        assertThat(desk.story(number)).contains(Happening.ACCEPTED, Happening.REOPENED);
    }

    @Test
    void what_the_agent_noted_of_the_call_is_for_colleagues() {
        ComplaintNumber number = desk.settled();
        desk.timePasses(number, DAY.multipliedBy(3).plusMinutes(1));

        desk.complete(number, "FollowUpCustomer", "satisfied", "NO", "score", "2", "followUpNote", "客户很激动，疑似职业打假");

        assertThat(updates.of(number.value())).filteredOn(update -> update.key().equals(number + "/REOPENED/1")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("重新开始处理").doesNotContain("职业打假", "您提出的意见");
        assertThat(updates.of(number.value())).filteredOn(update -> "STAFF".equals(update.audience().name()))
                .extracting(CustomerUpdates.View::text).last().asString().contains("职业打假");
    }

    @Test
    void voucher_of_what_was_done_before_a_reopening_is_not_told_of_what_is_done_now() {
        ComplaintNumber number = desk.diagnosed();
        refunded(number, 80);
        reopened(number);
        desk.diagnose(number);

        desk.propose(number, "REFUND", 10);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");

        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString()
                .contains("您已接受处理方案").doesNotContain("FIN-9");
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款", "executionReference", "RF-10");
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString().contains("RF-10");
    }

    @Test
    void what_was_authorised_before_a_reopening_needs_approval_again() {
        ComplaintNumber number = desk.recorded();
        desk.timePasses(number, DAY.plusMinutes(1));
        desk.complete(number, "SuperviseOverdueCase", "action", "AUTHORISE", "authorisedAmount", 500, "reason", "尽快解决");
        desk.diagnose(number);
        refunded(number, 399);

        reopened(number);
        assertThat(desk.complaint(number).authorisedAmount()).isNull();
        desk.diagnose(number);
        desk.propose(number, "REFUND", 399);

        assertThat(desk.openTasks(number)).containsExactly("ApproveSolution");
    }

    @Test
    void money_paid_before_a_reopening_counts_towards_what_an_agent_may_decide() {
        ComplaintNumber number = desk.diagnosed();
        refunded(number, 80);
        reopened(number);
        desk.diagnose(number);
        assertThat(desk.facts(number)).contains("重新打开前已付").contains(yuan("¥80.00"));

        desk.propose(number, "REFUND", 20.01);

        assertThat(desk.openTasks(number)).containsExactly("ApproveSolution");
        assertThat(desk.shown(number, "ApproveSolution", "proposal"))
                .contains(yuan("¥20.01")).contains(yuan("¥80.00")).contains(yuan("¥100.01"));
        desk.complete(number, "ApproveSolution", "approval", "AMEND", "approvalReason", "改为 20 元");
        refunded(number, 20);
        reopened(number);
        assertThat(desk.facts(number)).as("each time").contains(yuan("¥100.00"));
    }

    @Test
    void proposal_that_costs_nothing_needs_no_approval_because_of_what_was_paid_before() {
        ComplaintNumber number = desk.diagnosed();
        refunded(number, 100);
        reopened(number);
        desk.diagnose(number);

        desk.propose(number, "RESEND", null);

        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer");
    }

    @Test
    void refund_that_finance_gave_back_was_not_paid() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "RETURNED", "refundNote", "订单已部分退款，只能退 60 元");
        refunded(number, 60);
        reopened(number);
        desk.diagnose(number);

        desk.propose(number, "REFUND", 40);

        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer");
    }

    /** Proposed, without a supervisor, and paid. */
    private void refunded(ComplaintNumber number, Object amount) {
        desk.propose(number, "REFUND", amount);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", amount, "refundReference", "FIN-9");
    }

    private static String yuan(String shown) {
        return Markdown.literal(shown, 20);
    }

    private void reopened(ComplaintNumber number) {
        desk.timePasses(number, DAY.multipliedBy(3).plusMinutes(1));
        desk.complete(number, "FollowUpCustomer", "satisfied", "NO", "score", "2", "followUpNote", "还是没有解决");
    }

    @Test
    void assignee_is_reminded_when_four_fifths_of_the_time_have_passed() {
        ComplaintNumber number = desk.recorded();

        desk.timePasses(number, Duration.ofHours(4));

        assertThat(desk.story(number)).contains(Happening.REMINDED);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
    }

    @Test
    void every_task_has_a_due_date_and_reminds_before_it() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        reminds(number, "RecordComplaint");
        desk.complete(number, "RecordComplaint", "customerName", "王小明");
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "照片");
        reminds(number, "CollectEvidence");
        desk.complete(number, "CollectEvidence", "evidenceOutcome", "NOT_PROVIDED", "evidenceNote", "客户不愿提供");
        reminds(number, "DiagnoseProblem");
        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "rootCause", "瓶盖不严");
        reminds(number, "ProposeSolution");
        desk.propose(number, "RETURN_AND_REFUND", 399);
        reminds(number, "ApproveSolution");
        desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        reminds(number, "RecordCustomerAnswer");
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        reminds(number, "ReceiveReturn");
        desk.complete(number, "ReceiveReturn", "returnOutcome", "ACCEPTED");
        reminds(number, "ExecuteSolution");
        desk.complete(number, "ExecuteSolution", "executionNote", "已退款");
        reminds(number, "ConfirmRefund");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 399, "refundReference", "FIN-9");
        desk.timePasses(number, DAY.multipliedBy(3).plusMinutes(1));
        reminds(number, "FollowUpCustomer");
    }

    @Test
    void every_task_of_a_mediation_and_of_a_shipment_reminds_too() {
        ComplaintNumber number = desk.diagnosed();
        desk.complete(number, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "分歧");
        reminds(number, "HearCustomer");
        reminds(number, "HearShop");
        hearBothSides(number);
        reminds(number, "DraftAgreement");
        desk.complete(number, "DraftAgreement", "remedy", "RESEND", "agreementText", "补发一瓶");
        reminds(number, "RecordAgreement");
        desk.complete(number, "RecordAgreement", "agreed", "YES");
        reminds(number, "ShipReplacement");
    }

    private void reminds(ComplaintNumber number, String key) {
        Task task = desk.task(number, key);
        assertThat(task.getDueDate()).as("due date of %s", key).isNotNull();
        long before = reminders(number, task.getName());
        allClocksHaveTime(number);
        desk.timePasses(number, deadlines.within(key, desk.complaint(number).severity()));
        assertThat(reminders(number, task.getName())).as("reminders of %s", key).isGreaterThan(0)
                .isGreaterThanOrEqualTo(before);
    }

    /** Nothing is due soon that a clock of the case has found to be late: that was said already. */
    private void allClocksHaveTime(ComplaintNumber number) {
        Instant later = ClockUtil.getCurrentTime().toInstant().plus(DAY.multipliedBy(30));
        clocks.of(number.value()).stream().filter(clock -> clock.stoppedAt() == null)
                .forEach(clock -> clocks.promise(clock.key(), later, "sue", "另约时间"));
    }

    private long reminders(ComplaintNumber number, String task) {
        return complaints.story(desk.complaint(number)).stream().filter(event -> event.what() == Happening.REMINDED)
                .filter(event -> event.details().get("task").equals(task)).count();
    }

    @Test
    void case_unsettled_after_24_hours_comes_before_a_supervisor_and_the_customer_gets_an_apology() {
        var incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.recorded(incoming);
        int priority = desk.task(number, "DiagnoseProblem").getPriority();

        desk.timePasses(number, DAY.plusMinutes(1));

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "SuperviseOverdueCase");
        assertThat(desk.task(number, "DiagnoseProblem").getPriority()).isGreaterThan(priority);
        assertThat(desk.mails(incoming.customer().email())).anyMatch(subject -> subject.contains("延误"));
    }

    @Test
    void case_that_no_supervisor_sees_to_reaches_the_managers_after_another_24_hours() {
        ComplaintNumber number = desk.recorded();

        desk.timePasses(number, DAY.multipliedBy(2).plusMinutes(2));

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "SuperviseOverdueCase");
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
    }

    @Test
    void supervisor_promises_a_new_time_that_the_customer_is_told_and_managers_step_in_when_it_passes() {
        var incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.recorded(incoming);
        desk.timePasses(number, DAY.plusMinutes(1));
        String newDue = ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(30)).toString();

        desk.complete(number, "SuperviseOverdueCase", "action", "EXTEND", "newDueAt", newDue, "reason", "等待快递核查");
        desk.deliver(number);

        assertThat(runtime.getVariables(desk.task(number, "DiagnoseProblem").getExecutionId()))
                .doesNotContainKeys("action", "reason", "newDueAt");
        assertThat(desk.shown(number, "DiagnoseProblem", "category")).as("the diagnosis that is open beside it").isNotNull();
        assertThat(desk.complaint(number).settlementDue()).isEqualTo(newDue);
        assertThat(desk.mails(incoming.customer().email())).anyMatch(subject -> subject.contains("时间"));
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        desk.timePasses(number, Duration.ofHours(31));
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "SuperviseOverdueCase");

        String again = ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(10)).toString();
        desk.complete(number, "SuperviseOverdueCase", "action", "EXTEND", "newDueAt", again, "reason", "快递仍在核查");
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        desk.timePasses(number, Duration.ofHours(11));
        assertThat(desk.openTasks(number)).as("a manager's promise is watched too")
                .containsExactly("DiagnoseProblem", "SuperviseOverdueCase");
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(3);

        desk.complete(number, "SuperviseOverdueCase", "action", "AUTHORISE", "authorisedAmount", 500, "reason", "尽快解决");
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        desk.diagnose(number);
        desk.propose(number, "REFUND", 399);
        assertThat(desk.openTasks(number)).as("the manager authorised it").containsExactly("RecordCustomerAnswer");
    }

    @Test
    void case_that_is_settled_takes_its_escalation_with_it() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        desk.timePasses(number, DAY.plusMinutes(1));
        desk.complete(number, "ExecuteSolution", "executionNote", "已退款");

        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-3");

        assertThat(desk.openTasks(number)).isEmpty();
        assertThat(desk.whereItIs(number)).containsExactly("FollowUpDue");
    }

    @Test
    void withdrawn_complaint_leaves_only_its_own_end_to_be_told() {
        NewComplaint chat = new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, "TM1", Money.of("399"), "酒瓶破损", null, null,
                new Contact("王小明", null, "13800005678", "wang**"));
        ComplaintNumber number = desk.arrives(chat);

        complaints.endEarly(number, Closing.UNREACHABLE, "三次电话无人接听");

        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind, CustomerUpdates.View::state)
                .contains(tuple("ACKNOWLEDGEMENT", UpdateState.KEPT));
    }

    @Test
    void withdrawn_complaint_closes_cleanly_from_any_stage() {
        List<ComplaintNumber> stages = List.of(desk.arrives(CaseDriver.somethingBroken()), desk.recorded(),
                desk.diagnosed(), desk.accepted("REFUND", 50), desk.settled());
        ComplaintNumber mediating = desk.diagnosed();
        desk.complete(mediating, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "分歧");
        ComplaintNumber original = desk.recorded();

        stages.forEach(number -> complaints.endEarly(number, Closing.WITHDRAWN, "客户来电撤诉"));
        complaints.endEarly(mediating, Closing.DUPLICATE, original.value());

        assertThat(stages).allMatch(desk::hasEnded)
                .allMatch(number -> desk.complaint(number).closing() == Closing.WITHDRAWN);
        assertThat(desk.hasEnded(mediating)).isTrue();
        assertThat(desk.complaint(mediating).closingNote()).isEqualTo(original.value());
        assertThat(complaints.story(desk.complaint(original))).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo(Happening.DUPLICATE_JOINED);
            assertThat(event.details()).containsEntry("duplicate", mediating.value());
        });
    }
}
