package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers do on their own case reaches it, once. */
@DeskTest
class CustomerRequestsTests {

    @Autowired CustomerRequests requests;
    @Autowired CustomerMessages messages;
    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired CaseDriver desk;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    private ComplaintNumber proposed() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        return number;
    }

    private ComplaintNumber mediated() {
        ComplaintNumber number = desk.diagnosed();
        desk.complete(number, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "内部：客户情绪激动");
        desk.complete(number, "HearCustomer", "customerStatement", "坚持全额退款", "customerEvidence", "照片三张");
        desk.complete(number, "HearShop", "shopStatement", "内部：仓库有过错", "shopEvidence", "出库录像");
        desk.complete(number, "DraftAgreement", "remedy", "PARTIAL_REFUND", "amount", 150, "agreementText", "店铺退款150元。");
        return number;
    }

    private ComplaintNumber askedForEvidence() {
        ComplaintNumber number = desk.recorded();
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "请拍摄瓶身和外箱照片");
        return number;
    }

    private ComplaintNumber satisfied() {
        ComplaintNumber number = desk.settled();
        requests.rate(number, 5, true, null);
        return number;
    }

    private CaseEvent latest(ComplaintNumber number, Happening what) {
        return complaints.latest(desk.complaint(number), what).orElseThrow();
    }

    @Test
    void customer_accepts_and_the_solution_is_carried_out_at_once() {
        ComplaintNumber number = proposed();
        assertThat(complaints.waiting(number)).get().extracting(Waiting::what, Waiting::round).containsExactly(WaitingFor.PROPOSAL, 1);

        assertThat(requests.accept(number, 1)).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.EXECUTING);
        assertThat(latest(number, Happening.ACCEPTED).who()).isEqualTo(CaseEvent.CUSTOMER);
        assertThat(complaints.waiting(number)).isEmpty();
        assertThat(requests.accept(number, 1)).isEqualTo(Answered.ALREADY);
        assertThat(requests.decline(number, 1, false, null)).isEqualTo(Answered.TOO_LATE);
        assertThat(desk.story(number)).containsOnlyOnce(Happening.ACCEPTED);
    }

    @Test
    void customer_declines_with_a_reason_and_the_agent_proposes_again() {
        ComplaintNumber number = proposed();

        assertThat(requests.decline(number, 1, false, " 金额太低 ")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        assertThat(latest(number, Happening.DECLINED)).extracting(CaseEvent::who, event -> event.details().get("note"))
                .containsExactly(CaseEvent.CUSTOMER, "金额太低");
        desk.propose(number, "REFUND", 100);
        assertThat(requests.accept(number, 1)).as("the page of the first proposal").isEqualTo(Answered.TOO_LATE);
        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer");
    }

    @Test
    void customer_who_wishes_for_something_else_has_to_say_what() {
        ComplaintNumber number = proposed();

        assertThatThrownBy(() -> requests.decline(number, 1, true, "  ")).isInstanceOf(InvalidInput.class);

        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer");
        assertThat(requests.decline(number, 1, true, "换一瓶")).isEqualTo(Answered.DONE);
        assertThat(latest(number, Happening.DECLINED).details()).containsEntry("wish", "换一瓶");
    }

    @Test
    void refusals_beyond_the_configured_rounds_go_to_mediation() {
        ComplaintNumber number = proposed();
        requests.decline(number, 1, false, null);
        desk.propose(number, "REFUND", 97);
        requests.decline(number, 2, false, null);
        desk.propose(number, "REFUND", 98);

        assertThat(requests.decline(number, 3, false, null)).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("HearCustomer", "HearShop");
    }

    @Test
    void answer_that_an_agent_recorded_first_is_too_late_to_change() {
        ComplaintNumber number = proposed();
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");

        assertThat(requests.accept(number, 1)).isEqualTo(Answered.ALREADY);
        assertThat(requests.decline(number, 1, false, "后悔了")).isEqualTo(Answered.TOO_LATE);
        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
    }

    @Test
    void customer_agrees_to_what_was_mediated() {
        ComplaintNumber number = mediated();
        assertThat(requests.view(number).offer()).isEqualTo(new CustomerView.Offer(WaitingFor.AGREEMENT, 1,
                Remedy.PARTIAL_REFUND, Money.of("150"), "店铺退款150元。"));

        assertThat(requests.agree(number, 1)).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
        assertThat(latest(number, Happening.AGREED).who()).isEqualTo(CaseEvent.CUSTOMER);
        assertThat(requests.agree(number, 1)).isEqualTo(Answered.ALREADY);
        assertThat(requests.disagree(number, 1, null)).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void customer_does_not_agree_and_the_case_ends_without_agreement() {
        ComplaintNumber number = mediated();

        assertThat(requests.disagree(number, 1, "还是太少")).isEqualTo(Answered.DONE);

        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NOT_AGREED);
        assertThat(requests.disagree(number, 1, "还是太少")).isEqualTo(Answered.ALREADY);
    }

    @Test
    void evidence_that_was_asked_for_brings_the_case_on() {
        ComplaintNumber number = askedForEvidence();
        UUID photo = UUID.randomUUID();

        assertThat(requests.provideEvidence(number, "瓶身有裂纹", List.of(photo), "form-1")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThat(latest(number, Happening.EVIDENCE_RECORDED)).extracting(CaseEvent::who, event -> event.details().get("note"),
                event -> event.details().get("files")).containsExactly(CaseEvent.CUSTOMER, "瓶身有裂纹", "1");
        assertThat(messages.of(number)).singleElement().satisfies(kept -> {
            assertThat(kept.files()).containsExactly(photo);
            assertThat(kept.isRead()).as("the diagnosis is where it is read").isTrue();
        });
        assertThat(requests.provideEvidence(number, "瓶身有裂纹", List.of(photo), "form-1")).isEqualTo(Answered.ALREADY);
        assertThat(messages.of(number)).hasSize(1);
    }

    @Test
    void evidence_nobody_asked_for_is_a_message_to_be_read() {
        ComplaintNumber number = desk.recorded();

        assertThat(requests.provideEvidence(number, null, List.of(UUID.randomUUID()), "form-1")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "ReadCustomerMessage");
        assertThat(messages.unread(number)).hasSize(1);
    }

    @Test
    void message_is_kept_once_and_brought_before_an_agent() {
        ComplaintNumber number = desk.recorded();
        CustomerMessage message = CustomerMessage.onPage("请问什么时候有结果？", "form-1", List.of());

        assertThat(requests.write(number, message)).isEqualTo(Answered.DONE);
        assertThat(requests.write(number, message)).isEqualTo(Answered.ALREADY);

        assertThat(messages.unread(number)).extracting(KeptMessage::text).containsExactly("请问什么时候有结果？");
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "ReadCustomerMessage");
        assertThat(desk.story(number)).containsOnlyOnce(Happening.CUSTOMER_WROTE);
        assertThat(latest(number, Happening.CUSTOMER_WROTE).who()).isEqualTo(CaseEvent.CUSTOMER);
        assertThat(desk.facts(number)).as("the form that is open already").contains("客户来信 1 封未读", "请问什么时候有结果");
        desk.complete(number, "ReadCustomerMessage", "letterAnswer", "NO_ANSWER_NEEDED");
        assertThat(desk.facts(number)).doesNotContain("未读");
    }

    @Test
    void address_of_a_customer_who_writes_is_shown_masked() {
        ComplaintNumber number = proposed();

        requests.write(number, new CustomerMessage("请问什么时候有结果", MessageSource.MAIL, "known@example.net", true,
                "<2@example.net>", List.of()));

        assertThat(latest(number, Happening.CUSTOMER_WROTE).details()).doesNotContainValue("known@example.net");
        assertThat(messages.of(number)).extracting(KeptMessage::sender).containsExactly("k***@example.net");
    }

    @Test
    void message_of_a_stranger_is_kept_and_looked_at_and_does_nothing_else() {
        ComplaintNumber number = proposed();

        assertThat(requests.write(number, new CustomerMessage("我接受", MessageSource.MAIL, "stranger@example.net", false,
                "<1@example.net>", List.of()))).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("ReadCustomerMessage", "RecordCustomerAnswer");
        assertThat(latest(number, Happening.CUSTOMER_WROTE)).satisfies(event -> {
            assertThat(event.who()).isEqualTo(CaseEvent.SYSTEM);
            assertThat(event.details()).containsEntry("from", "stranger@example.net").containsEntry("verified", "false");
        });
        CustomerView view = requests.view(number);
        assertThat(view.messages()).as("the customer does not see it").isEmpty();
        assertThat(view.timeline()).extracting(CustomerView.Line::what).doesNotContain(Happening.CUSTOMER_WROTE);
        assertThat(view.can()).contains(CustomerAction.ACCEPT);
    }

    @Test
    void empty_or_endless_message_is_refused_naming_the_field() {
        ComplaintNumber number = desk.recorded();

        assertThatThrownBy(() -> requests.write(number, CustomerMessage.onPage(" \u0000 ", "k", List.of())))
                .isInstanceOf(InvalidInput.class).extracting("field").isEqualTo("text");
        assertThatThrownBy(() -> requests.write(number, CustomerMessage.onPage("长".repeat(10_001), "k", List.of())))
                .isInstanceOf(InvalidInput.class).extracting("field").isEqualTo("text");
        assertThat(messages.of(number)).isEmpty();
    }

    @Test
    void what_came_in_while_an_agent_read_stays_unread() {
        ComplaintNumber number = desk.recorded();
        requests.write(number, CustomerMessage.onPage("第一封", "1", List.of()));
        long shown = messages.unread(number).get(0).id();
        requests.write(number, CustomerMessage.onPage("第二封", "2", List.of()));

        assertThat(messages.read(number, shown, "amy")).isOne();

        assertThat(messages.unread(number)).extracting(KeptMessage::text).containsExactly("第二封");
        messages.answered(number, "今天答复您", "amy");
        assertThat(requests.view(number).messages()).extracting(CustomerView.Message::byCustomer, CustomerView.Message::text)
                .containsExactly(tuple(true, "第一封"), tuple(true, "第二封"), tuple(false, "今天答复您"));
    }

    @Test
    void customer_who_wrote_instead_of_answering_is_not_silent() {
        ComplaintNumber silent = proposed();
        ComplaintNumber written = proposed();
        desk.deliver(silent);
        desk.deliver(written);
        requests.write(written, new CustomerMessage("我同意，谢谢", MessageSource.MAIL, "wang@example.com", true, "<2@example.com>", List.of()));

        desk.timePasses(silent, Duration.ofDays(8));
        ClockUtil.reset();
        desk.timePasses(written, Duration.ofDays(8));

        assertThat(desk.isOpen(silent, "RecordCustomerAnswer")).isFalse();
        assertThat(desk.isOpen(written, "RecordCustomerAnswer")).as("what it means is for a person to say").isTrue();
    }

    @Test
    void customer_withdraws_and_is_told_so() {
        ComplaintNumber number = proposed();

        assertThat(requests.withdraw(number, null)).isEqualTo(Answered.DONE);

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.WITHDRAWN);
        assertThat(latest(number, Happening.WITHDRAWN).who()).isEqualTo(CaseEvent.CUSTOMER);
        assertThat(requests.withdraw(number, null)).isEqualTo(Answered.ALREADY);
        assertThat(requests.accept(number, 1)).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void what_is_being_carried_out_cannot_be_withdrawn() {
        ComplaintNumber number = desk.accepted("REFUND", 99);

        assertThat(requests.withdraw(number, "不用退了")).isEqualTo(Answered.TOO_LATE);

        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
    }

    @Test
    void satisfied_customer_ends_the_follow_up() {
        ComplaintNumber number = desk.settled();

        assertThat(requests.rate(number, 5, true, "谢谢")).isEqualTo(Answered.DONE);

        Complaint complaint = desk.complaint(number);
        assertThat(complaint.closing()).isEqualTo(Closing.SATISFIED);
        assertThat(complaint.rating()).extracting(Rating::score, Rating::solved, Rating::text).containsExactly(5, true, "谢谢");
        assertThat(latest(number, Happening.RATED).who()).isEqualTo(CaseEvent.CUSTOMER);
        assertThat(requests.rate(number, 1, false, null)).isEqualTo(Answered.ALREADY);
        assertThat(desk.complaint(number).rating().score()).isEqualTo(5);
    }

    @Test
    void unsolved_problem_is_taken_up_again() {
        ComplaintNumber number = desk.settled();

        assertThat(requests.rate(number, 2, false, "款没有到账")).isEqualTo(Answered.DONE);

        assertThat(desk.complaint(number).reopened()).isOne();
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
    }

    @Test
    void problem_that_is_not_solved_after_all_is_taken_up_though_the_case_is_closed() {
        ComplaintNumber number = closedUnasked();

        assertThat(requests.rate(number, 1, false, "款没有到账")).isEqualTo(Answered.DONE);

        assertThat(desk.complaint(number).reopened()).isOne();
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThat(latest(number, Happening.REOPENING_ASKED)).extracting(CaseEvent::who, event -> event.details().get("note"))
                .containsExactly(CaseEvent.CUSTOMER, "款没有到账");
    }

    private ComplaintNumber closedUnasked() {
        ComplaintNumber number = desk.settled();
        desk.timePasses(number, Duration.ofDays(3).plusMinutes(1));
        desk.complete(number, "FollowUpCustomer", "satisfied", "NOT_ASKED", "followUpNote", "电话没有人接");
        return number;
    }

    @Test
    void problem_that_is_not_solved_long_after_the_end_is_read_by_a_colleague() {
        ComplaintNumber number = closedUnasked();
        desk.timePasses(number, Duration.ofDays(31));

        assertThat(requests.rate(number, 1, false, "款没有到账")).isEqualTo(Answered.DONE);

        assertThat(desk.complaint(number).isClosed()).isTrue();
        assertThat(desk.openTasks(number)).containsExactly("ReadCustomerMessage");
        assertThat(messages.unread(number)).extracting(KeptMessage::text)
                .containsExactly("满意度评价 1 分，问题没有解决。\n款没有到账");
    }

    @Test
    void problem_that_was_never_settled_is_read_by_a_colleague() {
        ComplaintNumber number = proposed();
        requests.withdraw(number, null);

        assertThat(requests.rate(number, 2, false, null)).isEqualTo(Answered.DONE);

        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.WITHDRAWN);
        assertThat(desk.openTasks(number)).containsExactly("ReadCustomerMessage");
        assertThat(messages.unread(number)).extracting(KeptMessage::text).containsExactly("满意度评价 2 分，问题没有解决。");
    }

    @Test
    void nobody_rates_before_the_end_or_beyond_five() {
        ComplaintNumber number = desk.recorded();

        assertThat(requests.rate(number, 5, true, null)).isEqualTo(Answered.NOT_POSSIBLE);
        assertThatThrownBy(() -> requests.rate(number, 6, true, null)).isInstanceOf(InvalidInput.class)
                .extracting("field").isEqualTo("score");
    }

    @Test
    void closed_case_is_reopened_once_within_the_window() {
        ComplaintNumber number = satisfied();
        assertThat(requests.view(number).can()).contains(CustomerAction.REOPEN);

        assertThat(requests.reopen(number, "又漏了")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        Complaint complaint = desk.complaint(number);
        assertThat(complaint.reopened()).isOne();
        assertThat(complaint.closedAt()).isNull();
        assertThat(complaint.rating()).isNull();
        assertThat(latest(number, Happening.REOPENING_ASKED)).extracting(CaseEvent::who, event -> event.details().get("note"))
                .containsExactly(CaseEvent.CUSTOMER, "又漏了");
        assertThat(requests.reopen(number, "又漏了")).isEqualTo(Answered.ALREADY);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
    }

    @Test
    void closed_case_is_not_reopened_after_the_window() {
        ComplaintNumber number = satisfied();
        desk.timePasses(number, Duration.ofDays(30).plusMinutes(1));

        assertThat(requests.view(number).can()).doesNotContain(CustomerAction.REOPEN);
        assertThat(requests.reopen(number, "又漏了")).isEqualTo(Answered.TOO_LATE);

        assertThat(desk.complaint(number).isClosed()).isTrue();
    }

    @Test
    void contact_is_confirmed_once() {
        NewComplaint known = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.arrives(inLanguage(known, false, "en"));
        assertThat(desk.complaint(number).isContactConfirmed()).isFalse();
        assertThat(desk.facts(number)).contains("尚未确认");

        assertThat(requests.confirmContact(number)).isEqualTo(Answered.DONE);

        assertThat(requests.confirmContact(number)).isEqualTo(Answered.ALREADY);
        assertThat(latest(number, Happening.CONTACT_CONFIRMED).who()).isEqualTo(CaseEvent.CUSTOMER);
    }

    @Test
    void confirmed_address_takes_mail_again_though_some_came_back_once() {
        NewComplaint known = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.arrives(inLanguage(known, false, "en"));
        long customer = desk.complaint(number).customerId();

        for (Answered again : List.of(Answered.DONE, Answered.ALREADY)) {
            customers.addressBounced(known.customer().email(), "550 5.1.1 no such user");
            assertThat(requests.confirmContact(number)).isEqualTo(again);
            assertThat(customers.hasUsableAddress(customer)).isTrue();
        }
    }

    @Test
    void language_is_learnt_from_a_complaint_but_a_stranger_does_not_change_it() {
        NewComplaint known = CaseDriver.somethingBroken();
        long customer = desk.complaint(desk.arrives(inLanguage(known, false, "en"))).customerId();
        assertThat(customers.language(customer)).contains(Locale.ENGLISH);

        desk.arrives(inLanguage(known, false, "zh"));
        assertThat(customers.language(customer)).contains(Locale.ENGLISH);

        desk.arrives(inLanguage(known, true, "zh"));
        assertThat(customers.language(customer)).contains(Locale.CHINESE);
    }

    private static NewComplaint inLanguage(NewComplaint known, boolean confirmed, String language) {
        return new NewComplaint(known.shop(), known.channel(), null, null, null, known.description(), null, null,
                known.customer(), null, confirmed, language);
    }

    @Test
    void case_nobody_knows_is_unknown() {
        assertThatThrownBy(() -> requests.accept(new ComplaintNumber("C-20000101-000001"), 1)).isInstanceOf(UnknownComplaint.class);
    }
}
