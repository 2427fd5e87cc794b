package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.update.CustomerUpdates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No remedy depends on a review: whatever staff write for a customer passes the gate, and the task stays open if it does not. */
@DeskTest
class TextForCustomersTests {

    private static final String DEAL = "您把评价改成好评，我们马上全额退款";

    @Autowired CaseDriver desk;
    @Autowired CustomerRequests customer;
    @Autowired CustomerUpdates updates;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @Test
    void proposal_that_depends_on_a_review_is_refused_with_the_phrase_and_the_rule() {
        ComplaintNumber number = desk.diagnosed();

        assertThatThrownBy(() -> desk.complete(number, "ProposeSolution", "proposalStep", "PROPOSE", "remedy", "REFUND",
                "amount", 99, "explanation", DEAL)).isInstanceOf(BadUserRequestException.class)
                .hasMessageStartingWith("“给客户的说明”需要修改。").hasMessageContaining("改成好评");

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        assertThat(desk.complaint(number).solution()).isNull();
        desk.propose(number, "REFUND", 99);
        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer");
    }

    @Test
    void request_for_evidence_is_checked() {
        ComplaintNumber number = desk.recorded();
        refused(number, "DiagnoseProblem", "evidenceWanted", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50);
    }

    @Test
    void references_that_customers_read_are_checked() {
        ComplaintNumber refund = desk.accepted("REFUND", 99);
        refused(refund, "ExecuteSolution", "executionReference", "executionNote", "已提交退款");
        desk.complete(refund, "ExecuteSolution", "executionNote", "已提交退款");
        refused(refund, "ConfirmRefund", "refundReference", "refundOutcome", "PAID", "refundAmount", 99);
    }

    @Test
    void warehouse_is_no_exception() {
        ComplaintNumber exchange = desk.accepted("EXCHANGE", "QUALITY", null);
        refused(exchange, "ReceiveReturn", "returnTracking", "returnOutcome", "ACCEPTED");
        desk.complete(exchange, "ReceiveReturn", "returnOutcome", "ACCEPTED");
        refused(exchange, "ShipReplacement", "carrier", "trackingNumber", "SF888");
        refused(exchange, "ShipReplacement", "trackingNumber", "carrier", "顺丰");
    }

    @Test
    void agreement_and_what_is_said_when_there_is_none_are_checked() {
        ComplaintNumber number = desk.diagnosed();
        desk.complete(number, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "客户说改成好评才肯谈，谈不拢");
        desk.complete(number, "HearCustomer", "customerStatement", "客服说改成好评才退款", "customerEvidence", "聊天截图");
        desk.complete(number, "HearShop", "shopStatement", "出库时完好", "shopEvidence", "打包视频");
        refused(number, "DraftAgreement", "agreementText", "remedy", "REFUND", "amount", 100);
        desk.complete(number, "DraftAgreement", "remedy", "REFUND", "amount", 100, "agreementText", "退款 100 元");
        refused(number, "RecordAgreement", "agreementNote", "agreed", "NO");
    }

    @Test
    void new_time_is_promised_without_a_deal() {
        ComplaintNumber number = desk.recorded();
        desk.timePasses(number, Duration.ofHours(25));
        refused(number, "SuperviseOverdueCase", "reason", "action", "EXTEND", "newDueAt",
                ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(10)).toString());
        desk.complete(number, "SuperviseOverdueCase", "action", "TAKE_OVER", "reason", "客服曾提出改成好评才退款，由我接手");
        assertThat(desk.story(number)).contains(Happening.TAKEN_OVER);
    }

    @Test
    void what_a_customer_said_goes_on_record_but_is_not_said_back_to_them() {
        ComplaintNumber number = desk.settled();
        desk.timePasses(number, Duration.ofDays(4));

        customer.rate(number, 1, false, "客服要我改成好评才退款");

        assertThat(desk.complaint(number).reopened()).isOne();
        assertThat(desk.facts(number)).contains("改成好评");
        assertThat(updates.of(number.value())).filteredOn(update -> "CUSTOMER".equals(update.audience().name()))
                .extracting(CustomerUpdates.View::text).noneMatch(text -> text.contains("好评"));
    }

    private void refused(ComplaintNumber number, String task, String field, Object... others) {
        Object[] fields = new Object[others.length + 2];
        System.arraycopy(others, 0, fields, 2, others.length);
        fields[0] = field;
        fields[1] = DEAL;
        assertThatThrownBy(() -> desk.complete(number, task, fields)).as("%s of %s", field, task)
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("改成好评").hasMessageContaining("需要修改");
        assertThat(desk.isOpen(number, task)).isTrue();
    }
}
