package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a form's own checks would stop but REST lets through: the task stays open and the message says what to do. */
@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedInputTests {

    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;

    private ComplaintNumber toDiagnose;
    private ComplaintNumber toPropose;
    private ComplaintNumber toConfirm;

    @BeforeAll
    void openCases() {
        toDiagnose = desk.recorded();
        toPropose = desk.diagnosed();
        toConfirm = desk.accepted("REFUND", 50);
        desk.complete(toConfirm, "ExecuteSolution", "executionNote", "已退款");
    }

    static Stream<Arguments> proposals() {
        return Stream.of(
                arguments("a negative amount", fields("REFUND", -1, "说明"), "“金额”应为不小于 0、最多两位小数的金额，不能是 -1。"),
                arguments("half a fen", fields("REFUND", 1.005, "说明"), "“金额”应为不小于 0、最多两位小数的金额，不能是 1.005。"),
                arguments("no number", fields("REFUND", "很多", "说明"), "“金额”应为数字，不能是“很多”。"),
                arguments("an endless number", fields("REFUND", Double.POSITIVE_INFINITY, "说明"), "“金额”应为数字"),
                arguments("a huge number", fields("REFUND", "1e999999", "说明"), "“金额”应为不小于 0"),
                arguments("a number of a billion digits", fields("REFUND", "1E+999999999", "说明"), "不能是 1E+999999999。"),
                arguments("an unknown remedy", fields("MAGIC", 1, "说明"), "“处理方式”没有选项“MAGIC”"),
                arguments("a remedy that does not fit", fields("INVOICE", null, "说明"), "“处理方式”不能选“开具发票”"),
                arguments("more than the order", fields("REFUND", 400, "说明"), "“金额”¥400.00 超过上限 ¥399.00"),
                arguments("no amount for a refund", fields("REFUND", null, "说明"), "需要金额，请填写“金额”"),
                arguments("an amount for a resend", fields("RESEND", 5, "说明"), "不涉及金额，请把“金额”留空"),
                arguments("no explanation", fields("REFUND", 1, "  "), "请填写“给客户的说明”。"),
                arguments("a text over the limit", fields("REFUND", 1, "长".repeat(2_001)), "“给客户的说明”最多 2000 个字，现在有 2001 个字，请缩短。"),
                arguments("a NUL in a text", fields("REFUND", 1, "a\0b"), "“给客户的说明”应为文字，请重新填写。"),
                arguments("a boolean for a text", fields("REFUND", 1, true), "“给客户的说明”应为文字，请重新填写。"),
                arguments("nothing at all", new Object[0], "请选择“下一步”。"));
    }

    private static Object[] fields(String remedy, Object amount, Object explanation) {
        return new Object[] {"proposalStep", "PROPOSE", "remedy", remedy, "amount", amount, "explanation", explanation};
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proposals")
    void proposal_is_refused(String what, Object[] fields, String message) {
        assertThatThrownBy(() -> desk.complete(toPropose, "ProposeSolution", fields))
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining(message)
                .message().doesNotContain("ENGINE");

        assertThat(desk.openTasks(toPropose)).containsExactly("ProposeSolution");
        assertThat(desk.complaint(toPropose).solution()).isNull();
    }

    @Test
    void diagnosis_without_a_root_cause_is_refused() {
        assertThatThrownBy(() -> desk.complete(toDiagnose, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category",
                "QUALITY", "severity", "P2", "responsibleParty", "MERCHANT", "priority", 50))
                .hasMessage("请填写“根本原因”。");
        assertThat(desk.openTasks(toDiagnose)).containsExactly("DiagnoseProblem");
    }

    @Test
    void priority_out_of_range_is_refused() {
        assertThatThrownBy(() -> desk.complete(toDiagnose, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category",
                "QUALITY", "severity", "P2", "responsibleParty", "MERCHANT", "priority", 101, "rootCause", "原因"))
                .hasMessage("“优先级”应为 0 到 100 之间的整数。");
    }

    @Test
    void refund_of_another_amount_than_agreed_is_refused() {
        assertThatThrownBy(() -> desk.complete(toConfirm, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 49, "refundReference", "F"))
                .hasMessageContaining("“实际退款金额”应与约定的 ¥50.00 一致");
        assertThat(desk.openTasks(toConfirm)).containsExactly("ConfirmRefund");
    }

    @Test
    void value_sent_by_plain_completion_replaces_the_one_the_form_started_with() {
        ComplaintNumber number = desk.recorded();

        tasks.complete(desk.task(number, "DiagnoseProblem").getId(), CaseDriver.named("nextStep", "DIAGNOSED", "category",
                "QUALITY", "severity", "P1", "responsibleParty", "SUPPLIER", "priority", 88, "rootCause", "批次问题"));

        assertThat(desk.complaint(number).diagnosis().category()).isEqualTo(Category.QUALITY);
        assertThat(desk.complaint(number).diagnosis().priority()).isEqualTo(88);
        assertThat(desk.complaint(number).diagnosis().responsibleParty()).isEqualTo(ResponsibleParty.SUPPLIER);
    }

    @Test
    void variables_that_no_form_has_change_nothing_and_are_gone() {
        ComplaintNumber number = desk.recorded();

        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "rootCause", "原因", "number", "C-20990101-000001",
                "route", "SETTLED", "settlementDue", "never", "evil", "x".repeat(100));

        var variables = runtime.getVariables(desk.task(number, "ProposeSolution").getExecutionId());
        assertThat(variables).doesNotContainKeys("evil", "rootCause", "category")
                .containsEntry("number", number.value()).containsEntry("route", "DIAGNOSED");
        assertThat(variables.get("settlementDue")).isInstanceOf(java.util.Date.class);
    }

    @Test
    void characters_that_no_one_sees_are_left_out() {
        ComplaintNumber number = desk.recorded();

        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "rootCause", "\u0001第一行\u001b\r\n第二行");

        assertThat(desk.complaint(number).diagnosis().rootCause()).isEqualTo("第一行\n第二行");
    }

    @Test
    void time_and_length_of_a_complaint_taken_down_are_checked() {
        assertThatThrownBy(() -> takenDown("occurredAt", "昨天")).hasMessage("“发生时间”应为日期和时间，不能是“昨天”。");
        assertThatThrownBy(() -> takenDown("occurredAt", "+999999999-01-01T00:00:00Z")).hasMessageContaining("不能晚于现在");
        assertThatThrownBy(() -> takenDown("description", "长".repeat(4_001))).hasMessageContaining("最多 4000 个字");
    }

    private void takenDown(String field, String value) {
        desk.takeDown("shop", "店", "channel", "JD", "customerName", "王", "description", "坏了", field, value);
    }

    @Test
    void recorded_complaint_is_being_diagnosed() {
        assertThat(desk.complaint(toDiagnose).stage()).isEqualTo(Stage.DIAGNOSING);
    }

    @Test
    void complaint_taken_down_without_a_customer_is_not_registered() {
        long before = runtime.createProcessInstanceQuery().processDefinitionKey("complaint-handling").count();

        assertThatThrownBy(() -> desk.takeDown("shop", "店", "channel", "JD", "description", "坏了"))
                .isInstanceOf(BadUserRequestException.class).hasMessage("请填写“客户称呼”。");
        assertThatThrownBy(() -> desk.takeDown("shop", "店", "channel", "FAX", "description", "坏了", "customerName", "王"))
                .hasMessageContaining("“投诉渠道”没有选项“FAX”");

        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("complaint-handling").count()).isEqualTo(before);
    }

    @Test
    void closed_case_cannot_be_ended_again_and_a_duplicate_needs_its_original() {
        ComplaintNumber number = desk.recorded();
        assertThatThrownBy(() -> complaints.endEarly(number, Closing.DUPLICATE, number.value()))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("没有找到原投诉");
        assertThatThrownBy(() -> complaints.endEarly(number, Closing.WITHDRAWN, " ")).hasMessage("请填写“说明”。");
        assertThatThrownBy(() -> complaints.endEarly(number, Closing.SATISFIED, "好")).isInstanceOf(InvalidInput.class);

        complaints.endEarly(number, Closing.WITHDRAWN, "撤诉");

        assertThatThrownBy(() -> complaints.endEarly(number, Closing.WITHDRAWN, "撤诉"))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("已结案");
    }

    @Test
    void two_cases_are_not_ended_as_duplicates_of_each_other() {
        ComplaintNumber first = desk.recorded();
        ComplaintNumber second = desk.recorded();
        complaints.endEarly(first, Closing.DUPLICATE, second.value());

        assertThatThrownBy(() -> complaints.endEarly(second, Closing.DUPLICATE, first.value()))
                .isInstanceOf(InvalidInput.class).hasMessage("投诉 " + first + " 已并入本案，请在本案中继续处理。");
        assertThatThrownBy(() -> complaints.endEarly(desk.recorded(), Closing.DUPLICATE, first.value()))
                .isInstanceOf(InvalidInput.class).hasMessage("投诉 " + first + " 自己已并入 " + second + "，请改填 " + second + "。");

        assertThat(desk.openTasks(second)).containsExactly("DiagnoseProblem");
    }

    @Test
    void duplicate_does_not_end_in_a_case_where_nobody_goes_on() {
        ComplaintNumber over = desk.recorded();
        complaints.endEarly(over, Closing.WITHDRAWN, "撤诉");
        ComplaintNumber again = desk.recorded();

        assertThatThrownBy(() -> complaints.endEarly(again, Closing.DUPLICATE, over.value()))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("已经结案").hasMessageContaining("请在本案中继续处理");

        assertThat(desk.openTasks(again)).containsExactly("DiagnoseProblem");
    }

    @Test
    void duplicate_is_the_same_persons_or_about_the_same_order() {
        ComplaintNumber original = desk.recorded(by("13700001111", "wang_88", "TB-A"));

        assertThatThrownBy(() -> complaints.endEarly(desk.recorded(by("13700002222", "li_99", "TB-B")), Closing.DUPLICATE,
                original.value())).isInstanceOf(InvalidInput.class).hasMessageContaining("另一位客户").hasMessageContaining("先合并两份客户档案");

        complaints.endEarly(desk.recorded(by("13700002222", "li_99", "TB-A")), Closing.DUPLICATE, original.value());
        complaints.endEarly(desk.recorded(by("13700001111", "li_99", "TB-B")), Closing.DUPLICATE, original.value());
        complaints.endEarly(desk.recorded(by("13700002222", "wang_88", "TB-B")), Closing.DUPLICATE, original.value());
    }

    private static NewComplaint by(String phone, String platformId, String order) {
        return new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, order, null, "酒瓶破损", null, null,
                new Contact("王" + UUID.randomUUID(), null, phone, platformId));
    }

    @Test
    void case_that_two_people_end_at_the_same_moment_is_said_to_be_closed() {
        ComplaintNumber number = desk.recorded();
        Complaint ended = complaints.get(number);
        ended.close(Closing.WITHDRAWN, "撤诉", Instant.now());
        complaints.save(ended);

        assertThatThrownBy(() -> complaints.endEarly(number, Closing.WITHDRAWN, "撤诉"))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("已结案");
    }
}
