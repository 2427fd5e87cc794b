package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.CustomerView.NextStep;
import org.complaintdesk.complaint.CustomerView.Turn;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers see of their case, and what they never see. */
@DeskTest
class CustomerViewTests {

    /** Whatever colleagues note for each other in this test begins like this. */
    private static final String SECRET = "内部";

    @Autowired CustomerRequests requests;
    @Autowired CaseDriver desk;
    @Autowired IdentityService identity;
    @Autowired CaseClocks clocks;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    private CustomerView view(ComplaintNumber number) {
        return requests.view(number);
    }

    private void stands(ComplaintNumber number, Turn turn, NextStep next) {
        assertThat(view(number)).extracting(CustomerView::turn, CustomerView::next).containsExactly(turn, next);
    }

    @Test
    void customer_is_promised_no_time_while_we_wait_for_somebody_else() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        ClockKey settlement = ClockKey.of(number.value(), ClockName.SETTLEMENT);
        clocks.pause(settlement, "amy", PauseReason.of("OUTSIDE"));
        assertThat(view(number).nextBy()).isNull();
        assertThat(desk.complaint(number).isSettlementPaused()).isTrue();

        clocks.resume(settlement, "amy", PauseReason.of("OUTSIDE"));
        assertThat(view(number).nextBy()).isEqualTo(clocks.view(settlement).orElseThrow().dueAt());
    }

    @Test
    void customer_sees_at_every_stage_who_has_to_act_and_what_comes_next() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        stands(number, Turn.US, NextStep.EXAMINE);
        assertThat(view(number).nextBy()).isEqualTo(desk.complaint(number).settlementDue());
        desk.complete(number, "RecordComplaint", "customerName", "王小明");
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "请拍摄瓶身照片");
        stands(number, Turn.CUSTOMER, NextStep.EVIDENCE);
        assertThat(view(number).evidenceWanted()).isEqualTo("请拍摄瓶身照片");
        requests.provideEvidence(number, "见照片", List.of(), "1");
        desk.diagnose(number);
        stands(number, Turn.US, NextStep.PROPOSE);
        desk.propose(number, "RETURN_AND_REFUND", 399);
        stands(number, Turn.US, NextStep.PROPOSE);
        assertThat(view(number).offer()).as("a proposal that waits for its approval").isNull();
        desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        stands(number, Turn.CUSTOMER, NextStep.ANSWER);
        assertThat(view(number).offer()).isEqualTo(new CustomerView.Offer(WaitingFor.PROPOSAL, 1, Remedy.RETURN_AND_REFUND,
                Money.of("399"), "经核实，商品在运输途中破损。"));
        assertThat(view(number).nextBy()).isEqualTo(view(number).waiting().answerBy());
        requests.accept(number, 1);
        stands(number, Turn.CUSTOMER, NextStep.RETURN_GOODS);
        assertThat(view(number).offer()).isNull();
        desk.complete(number, "ReceiveReturn", "returnOutcome", "ACCEPTED", "returnTracking", "SF1");
        if (desk.isOpen(number, "ExecuteSolution")) {
            stands(number, Turn.US, NextStep.CARRY_OUT);
            desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款");
        }
        stands(number, Turn.US, NextStep.REFUND);
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 399, "refundReference", "FIN-1");
        stands(number, Turn.CUSTOMER, NextStep.RATE);
        requests.rate(number, 5, true, null);
        stands(number, Turn.NOBODY, NextStep.NOTHING);
    }

    @Test
    void customer_is_told_what_silence_means_and_nothing_when_a_person_decides() {
        ComplaintNumber number = desk.recorded();
        assertThat(view(number).silence()).as("nothing is asked").isNull();
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "请拍摄瓶身照片");
        assertThat(view(number).silence()).isEqualTo(Silence.GO_ON);
        requests.provideEvidence(number, "见照片", List.of(), "1");
        desk.diagnose(number);
        desk.propose(number, "PARTIAL_REFUND", 20);
        assertThat(view(number).silence()).isEqualTo(Silence.ACCEPT);
        requests.decline(number, 1, false, "太少");
        desk.propose(number, "RETURN_AND_REFUND", 399);
        if (desk.isOpen(number, "ApproveSolution")) {
            desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        }
        assertThat(view(number).silence()).isEqualTo(Silence.CLOSE);

        requests.write(number, CustomerMessage.onPage("请等我回家看看", "form-1", List.of()));

        assertThat(view(number).silence()).as("who writes is not silent").isNull();
    }

    @Test
    void customer_is_told_what_they_can_do() {
        ComplaintNumber number = desk.diagnosed();
        assertThat(view(number).can()).containsExactlyInAnyOrder(CustomerAction.WRITE, CustomerAction.WITHDRAW);
        desk.propose(number, "REFUND", 99);
        assertThat(view(number).can()).containsExactlyInAnyOrder(CustomerAction.WRITE, CustomerAction.WITHDRAW,
                CustomerAction.ACCEPT, CustomerAction.DECLINE);
        requests.accept(number, 1);
        assertThat(view(number).can()).containsExactly(CustomerAction.WRITE);
    }

    @Test
    void what_colleagues_note_among_themselves_and_their_names_stay_in_the_house() {
        identity.saveUser(identity.newUser("secretive"));
        identity.createMembership("secretive", "agents");
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        desk.completeAs("secretive", number, "RecordComplaint", "customerName", "王小明", "supplement", "客户补充：外箱也湿了");
        desk.completeAs("secretive", number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "DAMAGED_IN_TRANSIT",
                "severity", "P2", "responsibleParty", "COURIER", "priority", 60, "rootCause", SECRET + "：快递一向如此");
        desk.propose(number, "REFUND", 300);
        desk.complete(number, "ApproveSolution", "approval", "REJECT", "approvalReason", SECRET + "：太多");
        desk.timePasses(number, Duration.ofHours(25));
        desk.complete(number, "SuperviseOverdueCase", "action", "AUTHORISE", "authorisedAmount", 200, "reason", SECRET + "：快办");
        desk.propose(number, "REFUND", 120);
        desk.completeAs("secretive", number, "RecordCustomerAnswer", "answer", "COUNTER_WISH", "answerReason", SECRET + "：客户语气很差");
        desk.propose(number, "REFUND", 150);
        requests.accept(number, 2);
        desk.complete(number, "ExecuteSolution", "executionNote", SECRET + "：走小额账户", "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 150, "refundReference", "FIN-1",
                "refundNote", SECRET + "：分两笔");
        desk.timePasses(number, Duration.ofDays(30));
        if (desk.isOpen(number, "FollowUpCustomer")) {
            desk.complete(number, "FollowUpCustomer", "satisfied", "YES", "score", 4, "followUpNote", SECRET + "：勉强");
        }

        CustomerView view = view(number);

        assertThat(view.toString()).doesNotContain(SECRET).doesNotContain("secretive");
        assertThat(view.timeline()).extracting(CustomerView.Line::what).containsSubsequence(Happening.RECEIVED,
                Happening.DIAGNOSED, Happening.PRESENTED, Happening.DECLINED, Happening.PRESENTED, Happening.ACCEPTED,
                Happening.STEP_DONE, Happening.STEP_DONE, Happening.SETTLED);
        assertThat(view.timeline()).extracting(CustomerView.Line::what).doesNotContain(Happening.PROPOSED,
                Happening.APPROVAL_NEEDED, Happening.RETURNED, Happening.ESCALATED, Happening.AUTHORISED, Happening.TRIAGED);
        assertThat(view.timeline()).filteredOn(line -> line.what() == Happening.ACCEPTED)
                .singleElement().extracting(CustomerView.Line::byCustomer).isEqualTo(true);
        assertThat(view.timeline()).filteredOn(line -> line.what() == Happening.STEP_DONE)
                .extracting(line -> line.details().get("reference")).containsExactly("RF-1", "FIN-1");
    }

    @Test
    void why_finance_gave_a_refund_back_stays_in_the_house() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");

        desk.complete(number, "ConfirmRefund", "refundOutcome", "RETURNED", "refundNote", SECRET + "：本月额度用完了");

        assertThat(view(number).timeline()).extracting(CustomerView.Line::what).contains(Happening.RENEGOTIATED);
        assertThat(view(number).toString()).doesNotContain(SECRET);
    }

    @Test
    void customers_own_words_come_back_to_them() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        requests.decline(number, 1, true, "换一瓶");

        assertThat(view(number).timeline()).filteredOn(line -> line.what() == Happening.DECLINED).singleElement()
                .satisfies(line -> {
                    assertThat(line.byCustomer()).isTrue();
                    assertThat(line.details()).containsEntry("wish", "换一瓶");
                });
    }
}
