package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;
import org.junit.jupiter.api.Test;

/** What a complaint lets its customer do, and when. */
class ComplaintTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Complaint complaint = Complaint.receive(new ComplaintNumber("C-20261122-000001"),
            new NewComplaint("某某旗舰店", Channel.WEB, "W-1", "TB20261121001", Money.of("399"), "酒瓶破损", null, "退款",
                    new Contact("王小明", null, null, null), null, false, "zh"), 1, true, NOW);

    private void presented() {
        complaint.propose(new Solution(Remedy.REFUND, Money.of("99"), "经核实，商品在运输途中破损。"));
        complaint.present();
        complaint.waitFor(WaitingFor.PROPOSAL, NOW, NOW.plus(Duration.ofHours(48)), NOW.plus(Duration.ofDays(7)));
    }

    private void settled() {
        presented();
        complaint.accept();
        complaint.settle(NOW);
    }

    private void closed(Closing how) {
        complaint.close(how, "内部备注", NOW);
    }

    private Answered accepting(int round) {
        return complaint.answering(WaitingFor.PROPOSAL, round, OfferAnswer.ACCEPTED);
    }

    private Answered declining(int round) {
        return complaint.answering(WaitingFor.PROPOSAL, round, OfferAnswer.DECLINED);
    }

    @Test
    void proposal_can_be_answered_while_the_case_waits_for_it() {
        presented();

        assertThat(complaint.waiting()).isEqualTo(new Waiting(WaitingFor.PROPOSAL, NOW, NOW.plus(Duration.ofHours(48)),
                NOW.plus(Duration.ofDays(7)), 1));
        assertThat(accepting(1)).isEqualTo(Answered.DONE);
        assertThat(declining(1)).isEqualTo(Answered.DONE);
    }

    @Test
    void accepted_proposal_is_accepted_already_and_too_late_to_decline() {
        presented();
        complaint.accept();

        assertThat(complaint.waiting()).isNull();
        assertThat(accepting(1)).isEqualTo(Answered.ALREADY);
        assertThat(declining(1)).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void older_proposal_can_no_longer_be_answered() {
        presented();
        complaint.decline(true, "要求全额退款");
        presented();

        assertThat(accepting(1)).isEqualTo(Answered.TOO_LATE);
        assertThat(declining(1)).isEqualTo(Answered.TOO_LATE);
        assertThat(accepting(2)).isEqualTo(Answered.DONE);
    }

    @Test
    void proposal_that_was_never_made_cannot_be_answered() {
        assertThat(accepting(0)).isEqualTo(Answered.NOT_POSSIBLE);
        assertThat(accepting(1)).isEqualTo(Answered.NOT_POSSIBLE);
        presented();
        assertThat(accepting(2)).isEqualTo(Answered.NOT_POSSIBLE);
        assertThat(complaint.answering(WaitingFor.AGREEMENT, 1, OfferAnswer.ACCEPTED)).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void answer_from_before_the_reopening_never_counts_for_a_later_proposal() {
        settled();
        complaint.reopen();
        presented();

        assertThat(complaint.round()).isEqualTo(1);
        assertThat(complaint.waiting().round()).isEqualTo(2);
        assertThat(accepting(1)).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void supervisor_who_returns_a_proposal_does_not_use_up_what_the_customer_was_shown() {
        complaint.propose(new Solution(Remedy.REFUND, Money.of("99"), "第一稿"));
        complaint.returnProposal("金额太低");
        presented();

        assertThat(complaint.waiting().round()).isEqualTo(1);
    }

    @Test
    void customer_who_told_an_agent_what_they_think_is_not_asked_again() {
        settled();
        complaint.followUp(true, 5, "电话里说很满意", NOW);
        closed(Closing.SATISFIED);

        assertThat(complaint.ratable()).isEqualTo(Answered.ALREADY);
        assertThat(complaint.rating()).isEqualTo(new Rating(5, true, null, NOW));
    }

    @Test
    void closed_case_is_too_late_to_answer() {
        presented();
        closed(Closing.WITHDRAWN);

        assertThat(accepting(1)).isEqualTo(Answered.TOO_LATE);
        assertThat(complaint.waiting()).isNull();
    }

    @Test
    void mediated_agreement_is_answered_once() {
        presented();
        complaint.decline(false, null);
        complaint.mediate("三次方案均未被接受");
        complaint.draftAgreement(new Solution(Remedy.PARTIAL_REFUND, Money.of("150"), "双方各让一步"));
        complaint.waitFor(WaitingFor.AGREEMENT, NOW, NOW.plus(Duration.ofHours(48)), null);

        assertThat(complaint.answering(WaitingFor.AGREEMENT, 2, OfferAnswer.ACCEPTED)).isEqualTo(Answered.DONE);
        complaint.disagree("金额还是太低");
        assertThat(complaint.answering(WaitingFor.AGREEMENT, 2, OfferAnswer.DECLINED)).isEqualTo(Answered.ALREADY);
        assertThat(complaint.answering(WaitingFor.AGREEMENT, 2, OfferAnswer.ACCEPTED)).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void silence_that_counts_as_acceptance_can_no_longer_be_declined() {
        presented();

        complaint.silent(Silence.ACCEPT);

        assertThat(complaint.stage()).isEqualTo(Stage.EXECUTING);
        assertThat(declining(1)).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void customer_who_stays_silent_can_still_answer_when_a_person_goes_on_asking() {
        presented();

        complaint.silent(Silence.KEEP_ASKING);

        assertThat(complaint.waiting().until()).isNull();
        assertThat(accepting(1)).isEqualTo(Answered.DONE);
    }

    @Test
    void case_goes_on_without_the_evidence_that_did_not_come() {
        complaint.askForEvidence(new Diagnosis(Category.QUALITY, Severity.P2, ResponsibleParty.MERCHANT, 50, null), "照片");
        complaint.waitFor(WaitingFor.EVIDENCE, NOW, NOW.plus(Duration.ofHours(48)), null);
        assertThat(complaint.isWaitingFor(WaitingFor.EVIDENCE)).isTrue();

        complaint.silent(Silence.GO_ON);

        assertThat(complaint.stage()).isEqualTo(Stage.DIAGNOSING);
        assertThat(complaint.waiting()).isNull();
    }

    @Test
    void customer_withdraws_until_the_solution_is_carried_out() {
        assertThat(complaint.withdrawing()).isEqualTo(Answered.DONE);
        presented();
        assertThat(complaint.withdrawing()).isEqualTo(Answered.DONE);
        complaint.accept();
        assertThat(complaint.withdrawing()).isEqualTo(Answered.TOO_LATE);
        complaint.settle(NOW);
        assertThat(complaint.withdrawing()).isEqualTo(Answered.TOO_LATE);
        closed(Closing.SATISFIED);
        assertThat(complaint.withdrawing()).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void withdrawn_case_is_withdrawn_already() {
        closed(Closing.WITHDRAWN);

        assertThat(complaint.withdrawing()).isEqualTo(Answered.ALREADY);
    }

    @Test
    void result_is_rated_once_and_again_after_a_reopening() {
        assertThat(complaint.ratable()).isEqualTo(Answered.NOT_POSSIBLE);
        settled();
        assertThat(complaint.ratable()).isEqualTo(Answered.DONE);

        complaint.rate(new Rating(2, false, "还是漏", NOW));

        assertThat(complaint.ratable()).isEqualTo(Answered.ALREADY);
        complaint.reopen();
        assertThat(complaint.rating()).isNull();
        settled();
        assertThat(complaint.ratable()).isEqualTo(Answered.DONE);
        closed(Closing.SATISFIED);
        assertThat(complaint.ratable()).as("after the end too").isEqualTo(Answered.DONE);
    }

    @Test
    void closed_case_is_reopened_within_the_window_and_once() {
        assertThat(complaint.reopening(WINDOW, NOW)).isEqualTo(Answered.NOT_POSSIBLE);
        settled();
        closed(Closing.SATISFIED);

        assertThat(complaint.reopening(WINDOW, NOW.plus(WINDOW))).isEqualTo(Answered.DONE);
        assertThat(complaint.reopening(WINDOW, NOW.plus(WINDOW).plusMillis(1))).isEqualTo(Answered.TOO_LATE);
        complaint.askToReopen("又漏了");
        complaint.reopen();
        assertThat(complaint.reopening(WINDOW, NOW)).isEqualTo(Answered.ALREADY);
        assertThat(complaint.closing()).isNull();
        assertThat(complaint.stage()).isEqualTo(Stage.DIAGNOSING);
    }

    private void agreed(Remedy remedy) {
        complaint.propose(new Solution(remedy, null, "经核实，商品有质量问题。"));
        complaint.present();
        complaint.accept();
    }

    private void comesBack() {
        complaint.done(ExecutionStep.RECEIVE_RETURN, null, null, null);
    }

    @Test
    void goods_that_came_back_are_here_until_others_are_sent() {
        agreed(Remedy.EXCHANGE);
        assertThat(complaint.goods()).isEqualTo(Goods.WITH_CUSTOMER);
        comesBack();
        assertThat(complaint.goods()).isEqualTo(Goods.WITH_US);

        complaint.done(ExecutionStep.SHIP, null, "SF1", null);

        assertThat(complaint.goods()).as("what a further return would be of").isEqualTo(Goods.WITH_CUSTOMER);
    }

    @Test
    void goods_the_warehouse_objects_to_are_here_all_the_same() {
        agreed(Remedy.RETURN_AND_REFUND);
        complaint.objectToReturn("少了一瓶");
        agreed(Remedy.RETURN_AND_REFUND);

        assertThat(complaint.goods()).isEqualTo(Goods.WITH_US);
    }

    @Test
    void goods_that_do_not_come_are_waited_for_anew_when_their_return_is_agreed_again() {
        agreed(Remedy.RETURN_AND_REFUND);
        complaint.returnOverdue();
        assertThat(complaint.goods()).isEqualTo(Goods.OVERDUE);

        complaint.renegotiate("入库记录里没有这一单");

        assertThat(complaint.goods()).isEqualTo(Goods.WITH_CUSTOMER);
    }

    @Test
    void goods_that_were_paid_back_stay_here_when_the_case_is_taken_up_again() {
        agreed(Remedy.RETURN_AND_REFUND);
        comesBack();
        complaint.settle(NOW);
        complaint.reopen();

        assertThat(complaint.goods()).isEqualTo(Goods.WITH_US);
    }

    @Test
    void where_other_goods_are_after_a_reopening_no_step_has_said() {
        agreed(Remedy.RETURN_AND_REFUND);
        complaint.objectToReturn("人为损坏");
        agreed(Remedy.DECLINE_CLAIM);
        complaint.settle(NOW);
        complaint.reopen();

        assertThat(complaint.goods()).isEqualTo(Goods.WITH_CUSTOMER);
    }

    @Test
    void duplicate_is_neither_reopened_nor_rated() {
        closed(Closing.DUPLICATE);

        assertThat(complaint.reopening(WINDOW, NOW)).isEqualTo(Answered.NOT_POSSIBLE);
        assertThat(complaint.ratable()).isEqualTo(Answered.NOT_POSSIBLE);
    }

    @Test
    void erased_complaint_keeps_what_accounts_need_and_nothing_of_the_person() {
        complaint.diagnose(new Diagnosis(Category.QUALITY, Severity.P2, ResponsibleParty.MERCHANT, 50, "王小明说瓶盖松"));
        settled();
        complaint.rate(new Rating(5, true, "谢谢小李", NOW));
        closed(Closing.SATISFIED);

        complaint.erase(NOW);

        assertThat(complaint.isErased()).isTrue();
        assertThat(complaint.description()).isEmpty();
        assertThat(complaint.externalId()).isNull();
        assertThat(complaint.desiredOutcome()).isNull();
        assertThat(complaint.closingNote()).isNull();
        assertThat(complaint.orderNumber()).isEqualTo("TB…1001");
        assertThat(complaint.orderAmount()).isEqualTo(Money.of("399"));
        assertThat(complaint.solution()).isEqualTo(new Solution(Remedy.REFUND, Money.of("99"), null));
        assertThat(complaint.diagnosis()).isEqualTo(new Diagnosis(Category.QUALITY, Severity.P2, ResponsibleParty.MERCHANT, 50, null));
        assertThat(complaint.rating()).isEqualTo(new Rating(5, true, null, NOW));
        assertThat(complaint.receivedAt()).isEqualTo(NOW);
        assertThat(complaint.reopening(WINDOW, NOW)).isEqualTo(Answered.NOT_POSSIBLE);
        assertThat(complaint.confirming()).isEqualTo(Answered.NOT_POSSIBLE);
    }

    @Test
    void open_complaint_cannot_be_erased() {
        assertThatThrownBy(() -> complaint.erase(NOW)).isInstanceOf(IllegalStateException.class);
    }
}
