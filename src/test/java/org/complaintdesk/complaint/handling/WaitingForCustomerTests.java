package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.complaint.Silence;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.complaint.Waiting;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.policy.Money;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.complaintdesk.support.RefusingMailServer;
import org.complaintdesk.update.Bounces;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.Undelivered;
import org.complaintdesk.update.UpdateState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingForCustomerTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7).plusMinutes(1);

    @Autowired CaseDriver desk;
    @Autowired CustomerRequests customer;
    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired RepositoryService repository;
    @Autowired TaskService tasks;
    @Autowired CaseClocks clocks;
    @Autowired Bounces bounces;
    @Autowired JavaMailSenderImpl sender;
    @Autowired GreenMail mailServer;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_flow_of_both_models_was_taken() {
        FlowRecorder.assertEveryFlowTaken(repository, WaitingForCustomerTests.class, ComplaintHandlingTests.TOGETHER,
                "complaint-handling", "complaint-mediation");
    }

    @Test
    void customer_who_has_the_turn_gets_no_apology_for_the_delay() {
        ComplaintNumber number = proposed("REFUND", 99);

        desk.timePasses(number, Duration.ofDays(2));

        assertThat(desk.complaint(number).escalationLevel()).as("the time that passes is theirs").isZero();
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind).contains("CUSTOMER_REMINDER")
                .doesNotContain("DELAY_APOLOGY");
    }

    @Test
    void customer_who_wrote_instead_of_deciding_and_got_no_answer_gets_an_apology() {
        ComplaintNumber number = proposed("REFUND", 99);
        customer.write(number, CustomerMessage.onPage("什么时候能到账？", UUID.randomUUID().toString(), List.of()));

        desk.timePasses(number, Duration.ofHours(25));

        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(1);
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind).containsOnlyOnce("DELAY_APOLOGY");
    }

    @Test
    void customer_who_accepts_takes_the_task_from_the_agent() {
        ComplaintNumber number = proposed("REFUND", 99);

        assertThat(customer.accept(number, round(number))).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
        assertThat(complaints.waiting(number)).isEmpty();
        assertThat(complaints.story(desk.complaint(number))).filteredOn(event -> event.what() == Happening.ACCEPTED)
                .singleElement().extracting(CaseEvent::who).isEqualTo(CaseEvent.CUSTOMER);
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind).contains("PROGRESS");
    }

    @Test
    void customer_who_accepts_twice_accepts_once() {
        ComplaintNumber number = proposed("REFUND", 99);
        int round = round(number);

        customer.accept(number, round);

        assertThat(customer.accept(number, round)).isEqualTo(Answered.ALREADY);
        assertThat(customer.decline(number, round, false, null)).isEqualTo(Answered.TOO_LATE);
        assertThat(desk.story(number)).containsOnlyOnce(Happening.ACCEPTED);
    }

    @Test
    void customer_who_declines_returns_the_case_to_the_agent_with_the_reason() {
        ComplaintNumber number = proposed("REFUND", 50);

        customer.decline(number, round(number), true, "希望全额退款");

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
        assertThat(desk.facts(number)).contains("希望全额退款");
    }

    @Test
    void third_refusal_of_the_customer_leads_to_mediation() {
        ComplaintNumber number = desk.diagnosed();
        for (int round = 1; round <= 3; round++) {
            desk.propose(number, "REFUND", 10 * round);
            assertThat(customer.decline(number, round(number), false, null)).isEqualTo(Answered.DONE);
        }

        assertThat(desk.openTasks(number)).containsExactly("HearCustomer", "HearShop");
    }

    @Test
    void customer_who_answers_after_the_agent_noted_it_changes_nothing() {
        ComplaintNumber number = proposed("REFUND", 99);
        int round = round(number);
        desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");

        assertThat(customer.accept(number, round)).isEqualTo(Answered.TOO_LATE);
        desk.propose(number, "REFUND", 100);
        assertThat(customer.accept(number, round)).as("an old answer does not count for a new offer").isEqualTo(Answered.TOO_LATE);

        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer");
    }

    @Test
    void agent_and_customer_who_answer_at_the_same_moment_are_one_answer() throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            ComplaintNumber number = proposed("REFUND", 99);
            int round = round(number);
            CyclicBarrier start = new CyclicBarrier(2);

            CompletableFuture<Boolean> agent = CompletableFuture.supplyAsync(() -> {
                await(start);
                try {
                    desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");
                    return true;
                } catch (RuntimeException | AssertionError overtaken) {
                    return false;
                }
            });
            await(start);
            Answered answered = customer.accept(number, round);

            boolean agentCounted = agent.get();
            assertThat(answered).isEqualTo(agentCounted ? Answered.TOO_LATE : Answered.DONE);
            assertThat(desk.openTasks(number)).containsExactly(agentCounted ? "ProposeSolution" : "ExecuteSolution");
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void task_says_since_when_it_waits_and_what_comes_next() {
        ComplaintNumber number = proposed("REFUND", 99);

        String waiting = shown(number, "RecordCustomerAnswer");

        assertThat(waiting).contains("只提醒这一次").contains("视为接受方案");
        assertThat(desk.facts(number)).contains("等待客户答复方案").contains("请客户");
        assertThat(complaints.waiting(number)).hasValueSatisfying(now -> {
            assertThat(now.what()).isEqualTo(WaitingFor.PROPOSAL);
            assertThat(Duration.between(now.since(), now.answerBy())).isEqualTo(Duration.ofHours(48));
            assertThat(Duration.between(now.since(), now.until())).isEqualTo(Duration.ofDays(7));
        });
    }

    @Test
    void agent_is_not_asked_to_call_a_customer_who_refuses_contact() {
        ComplaintNumber number = desk.recorded(new NewComplaint("醉卿酒业旗舰店", Channel.EMAIL, UUID.randomUUID().toString(),
                "TM2", Money.of("399"), "酒瓶破损", null, null, new Contact("李先生", UUID.randomUUID() + "@example.com", null, null)));
        desk.diagnose(number);
        customers.refuseContact(desk.complaint(number).customerId(), "请不要再打电话");

        desk.propose(number, "REFUND", 99);

        assertThat(shown(number, "RecordCustomerAnswer")).contains("请不要打电话");
    }

    @Test
    void customer_is_reminded_once() {
        NewComplaint incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.recorded(incoming);
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        desk.deliver(number);

        desk.timePasses(number, DAY.plusMinutes(1));
        assertThat(reminders(number)).isOne();
        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("CUSTOMER_REMINDER"))
                .singleElement().extracting(CustomerUpdates.View::text).asString()
                .contains("您对处理方案的答复").contains("按这个方案为您处理");

        desk.timePasses(number, DAY.multipliedBy(5));
        assertThat(reminders(number)).isOne();
    }

    @Test
    void customer_who_answered_is_not_reminded() {
        ComplaintNumber number = proposed("REFUND", 99);
        customer.accept(number, round(number));

        desk.timePasses(number, WEEK);

        assertThat(reminders(number)).isZero();
        assertThat(desk.story(number)).doesNotContain(Happening.SILENCE);
    }

    @Test
    void silence_accepts_what_is_only_to_the_customers_benefit() {
        ComplaintNumber number = proposed("REFUND", 99);

        desk.timePasses(number, WEEK);

        assertThat(desk.isOpen(number, "ExecuteSolution")).isTrue();
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.EXECUTING);
        assertThat(desk.story(number)).contains(Happening.SILENCE).doesNotContain(Happening.ACCEPTED);
        assertThat(customer.decline(number, 1, false, null)).isEqualTo(Answered.TOO_LATE);
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString()
                .contains("没有收到您的答复", "视为接受方案").doesNotContain("您已接受");
    }

    @Test
    void silence_closes_a_case_whose_goods_would_have_to_come_back_and_the_customer_can_reopen_it() {
        NewComplaint incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = quality(desk.recorded(incoming), "P2");
        desk.propose(number, "EXCHANGE", null);
        desk.deliver(number);

        desk.timePasses(number, WEEK);

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NO_ANSWER);
        assertThat(desk.mails(incoming.customer().email())).last().asString().contains("投诉已结束处理");
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString()
                .contains("您对处理方案的答复").contains("可以重新处理");

        assertThat(customer.reopen(number, "刚看到邮件，我愿意换货")).isEqualTo(Answered.DONE);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThat(desk.facts(number)).contains("刚看到邮件");
        assertThat(desk.complaint(number).reopened()).isOne();
        assertThat(desk.complaint(number).settlementDue()).isAfter(ClockUtil.getCurrentTime().toInstant());
        assertThat(customer.reopen(number, "再说一次")).isNotEqualTo(Answered.DONE);
    }

    @Test
    void silence_ends_nothing_while_the_goods_are_here() {
        ComplaintNumber number = quality(desk.recorded(), "P2");
        desk.propose(number, "EXCHANGE", null);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ReceiveReturn", "returnOutcome", "OBJECTION", "returnNote", "瓶盖已开封，少了一半");
        desk.propose(number, "EXCHANGE", null);
        desk.deliver(number);
        assertThat(complaints.waiting(number)).hasValueSatisfying(waiting -> assertThat(waiting.until()).isNull());
        assertThat(shown(number, "RecordCustomerAnswer")).contains("由您决定");

        desk.timePasses(number, WEEK);

        assertThat(desk.hasEnded(number)).isFalse();
        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isTrue();
        assertThat(settlement(number)).as("it is ours to see to").isEqualTo(ClockState.RUNNING);
    }

    @Test
    void silence_leaves_a_grave_case_to_a_person_and_reminds_no_more() {
        ComplaintNumber number = quality(desk.recorded(), "P1");
        desk.propose(number, "EXCHANGE", null);
        desk.deliver(number);
        assertThat(complaints.waiting(number)).hasValueSatisfying(waiting -> assertThat(waiting.until()).isNull());
        assertThat(shown(number, "RecordCustomerAnswer")).contains("由您决定");

        desk.timePasses(number, WEEK.multipliedBy(2).plus(DAY));

        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isTrue();
        assertThat(reminders(number)).isOne();
        assertThat(shown(number, "RecordCustomerAnswer")).contains("不再提醒");
        assertThat(customer.accept(number, round(number))).as("it can still be answered").isEqualTo(Answered.DONE);
    }

    @Test
    void silence_of_a_customer_who_cannot_be_reached_by_mail_says_nothing() {
        ComplaintNumber number = desk.recorded(new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, UUID.randomUUID().toString(),
                "TM1", Money.of("399"), "酒瓶破损", null, null, new Contact("王小明", null, "13800005678", "wang" + UUID.randomUUID())));
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);

        desk.timePasses(number, WEEK);

        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isTrue();
    }

    @Test
    void silence_says_nothing_while_the_proposal_has_not_gone_out() {
        ComplaintNumber number = quality(desk.recorded(), "P2");
        desk.propose(number, "EXCHANGE", null);
        assertThat(shown(number, "RecordCustomerAnswer")).as("its mail is on its way").contains("只提醒这一次", "结案");
        assertThat(settlement(number)).isEqualTo(ClockState.WAITING);

        desk.onlyTimePasses(number, DAY.plusMinutes(1));

        assertThat(shown(number, "RecordCustomerAnswer")).contains("客户还没有收到", "由客服继续联系").doesNotContain("只提醒这一次");
        assertThat(customer.view(number).silence()).as("what the page says").isNull();
        assertThat(desk.story(number)).contains(Happening.NOT_REACHED).doesNotContain(Happening.REMINDED_CUSTOMER);
        assertThat(settlement(number)).as("it is ours to see to").isEqualTo(ClockState.RUNNING);
        desk.timePasses(number, WEEK);
        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isTrue();
        assertThat(desk.complaint(number).isClosed()).isFalse();
    }

    @Test
    void proposal_that_goes_out_too_late_to_be_reminded_of_is_left_to_a_person() {
        ComplaintNumber number = quality(desk.recorded(), "P2");
        desk.deliver(number);
        desk.propose(number, "EXCHANGE", null);

        desk.timePasses(number, DAY.multipliedBy(6));
        assertThat(shown(number, "RecordCustomerAnswer")).contains("由客服继续联系").doesNotContain("还没有收到", "提醒客户");
        desk.timePasses(number, DAY.plusMinutes(2));

        assertThat(desk.story(number)).contains(Happening.SILENCE);
        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isTrue();
        assertThat(reminders(number)).isZero();
        desk.timePasses(number, DAY.plusMinutes(2));
        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("CUSTOMER_REMINDER")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("我们会再联系您").doesNotContain("请您答复");
    }

    @Test
    void silence_says_nothing_when_the_address_of_the_proposal_is_refused() throws Exception {
        ComplaintNumber number = refused();
        assertThat(shown(number, "RecordCustomerAnswer")).contains("客户还没有收到", "由客服继续联系");

        desk.timePasses(number, WEEK);

        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isTrue();
        assertThat(reminders(number)).isZero();
    }

    @Test
    void customer_who_was_told_by_phone_instead_is_silent_like_any_other() throws Exception {
        ComplaintNumber number = refused();
        tasks.createTaskQuery().taskDefinitionKey("TellCustomer").processVariableValueEquals("number", number.value()).list()
                .forEach(task -> tasks.complete(task.getId(), CaseDriver.named("toldVia", "PHONE", "toldNote", "要想一想")));

        desk.timePasses(number, WEEK);

        assertThat(reminders(number)).isOne();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NO_ANSWER);
    }

    @Test
    void silence_says_nothing_when_the_proposal_came_back_though_the_address_was_corrected_since() throws Exception {
        ComplaintNumber number = cameBack();
        customers.updateContact(desk.complaint(number).customerId(), contact());

        desk.timePasses(number, WEEK);

        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isTrue();
        assertThat(settlement(number)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void silence_says_nothing_when_the_proposals_mail_was_given_up_though_the_address_is_good() throws Exception {
        ComplaintNumber number = cameBack("451 4.4.7 delivery time expired", Undelivered.LOST);
        assertThat(customers.hasUsableAddress(desk.complaint(number).customerId())).isTrue();

        desk.timePasses(number, WEEK);

        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isTrue();
        assertThat(reminders(number)).isZero();
        assertThat(settlement(number)).as("it is ours to see to").isEqualTo(ClockState.RUNNING);
    }

    @Test
    void proposal_that_came_back_counts_once_it_is_sent_again() throws Exception {
        ComplaintNumber number = cameBack();
        updates.resendTo(proposal(number).key(), contact().email(), "amy");
        desk.deliver(number);
        assertThat(shown(number, "RecordCustomerAnswer")).contains("只提醒这一次", "结案");

        desk.timePasses(number, WEEK);

        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NO_ANSWER);
    }

    @Test
    void agreement_that_has_not_gone_out_is_not_closed_by_silence() {
        ComplaintNumber number = drafted("P2");

        desk.timePasses(number, WEEK);

        assertThat(desk.isOpen(number, "RecordAgreement")).isTrue();
    }

    @Test
    void withdrawn_case_reminds_nobody_and_no_silence_follows() {
        ComplaintNumber number = proposed("REFUND", 99);

        complaints.endEarly(number, Closing.WITHDRAWN, "客户来电撤诉");

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(customer.accept(number, 1)).isEqualTo(Answered.TOO_LATE);
    }

    @Test
    void evidence_that_the_customer_sends_brings_the_case_back_to_diagnosis() {
        ComplaintNumber number = asked();
        assertThat(shown(number, "CollectEvidence")).contains("不再等待，继续处理");

        assertThat(customer.provideEvidence(number, "瓶身有裂纹，外箱是湿的", List.of(), "e-1")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThat(desk.facts(number)).contains("瓶身有裂纹");
        assertThat(customer.provideEvidence(number, "瓶身有裂纹，外箱是湿的", List.of(), "e-1")).isEqualTo(Answered.ALREADY);
    }

    @Test
    void case_goes_on_without_evidence_that_does_not_come() {
        ComplaintNumber number = asked();

        desk.timePasses(number, WEEK);

        assertThat(desk.isOpen(number, "DiagnoseProblem")).isTrue();
        assertThat(reminders(number)).isOne();
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.DIAGNOSING);
    }

    @Test
    void case_goes_on_without_evidence_as_the_form_says_though_the_customer_wrote() {
        ComplaintNumber number = asked();
        customer.write(number, CustomerMessage.onPage("照片一定要吗？", UUID.randomUUID().toString(), List.of()));
        desk.complete(number, "ReadCustomerMessage", "letterAnswer", "ANSWER", "answerText", "最好有照片。");

        assertThat(shown(number, "CollectEvidence")).contains("不再等待，继续处理");
        assertThat(customer.view(number).silence()).as("what the page says").isEqualTo(Silence.GO_ON);
        desk.timePasses(number, WEEK);

        assertThat(desk.openTasks(number)).contains("DiagnoseProblem").doesNotContain("CollectEvidence");
        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("CUSTOMER_REMINDER")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("按已有的情况继续处理");
    }

    @Test
    void agreement_that_the_customer_agrees_to_is_carried_out() {
        ComplaintNumber number = mediated("P2");

        assertThat(customer.agree(number, round(number))).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
    }

    @Test
    void agreement_that_the_customer_refuses_ends_the_case() {
        ComplaintNumber number = mediated("P2");

        assertThat(customer.disagree(number, round(number), "坚持三倍赔偿")).isEqualTo(Answered.DONE);

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NOT_AGREED);
    }

    @Test
    void silence_is_no_agreement() {
        ComplaintNumber number = mediated("P2");

        desk.timePasses(number, WEEK);

        assertThat(desk.hasEnded(number)).isTrue();
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NO_ANSWER);
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::text).last().asString()
                .contains("您对调解协议的答复");
    }

    @Test
    void grave_case_is_mediated_by_a_person_to_the_end() {
        ComplaintNumber number = mediated("P1");

        desk.timePasses(number, WEEK.multipliedBy(2));

        assertThat(desk.isOpen(number, "RecordAgreement")).isTrue();
        assertThat(reminders(number)).isOne();
    }

    private ComplaintNumber proposed(String remedy, Object amount) {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, remedy, amount);
        desk.deliver(number);
        return number;
    }

    private ComplaintNumber asked() {
        ComplaintNumber number = desk.recorded();
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "请拍摄瓶身和外箱照片");
        desk.deliver(number);
        return number;
    }

    private ComplaintNumber quality(ComplaintNumber number, String severity) {
        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", severity,
                "responsibleParty", "MERCHANT", "priority", 60, "rootCause", "批次质量问题");
        return number;
    }

    private ComplaintNumber mediated(String severity) {
        ComplaintNumber number = drafted(severity);
        desk.deliver(number);
        return number;
    }

    private ComplaintNumber drafted(String severity) {
        ComplaintNumber number = quality(desk.recorded(), severity);
        desk.complete(number, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "分歧太大");
        desk.complete(number, "HearCustomer", "customerStatement", "酒瓶全碎了");
        desk.complete(number, "HearShop", "shopStatement", "出库时完好");
        desk.complete(number, "DraftAgreement", "remedy", "PARTIAL_REFUND", "amount", 100, "agreementText", "退款 100 元");
        return number;
    }

    /** The mail server knows no such mailbox when it is to take the proposal. */
    private ComplaintNumber refused() throws Exception {
        ComplaintNumber number = quality(desk.recorded(), "P2");
        desk.deliver(number);
        desk.propose(number, "EXCHANGE", null);
        int port = sender.getPort();
        try (RefusingMailServer server = new RefusingMailServer("550 5.1.1 no such user")) {
            sender.setPort(server.port());
            desk.deliver(number);
        } finally {
            sender.setPort(port);
        }
        return number;
    }

    /** The mail server took the proposal and sends it back. */
    private ComplaintNumber cameBack() throws Exception {
        return cameBack("550 5.1.1 no such user", Undelivered.ADDRESS_DEAD);
    }

    private ComplaintNumber cameBack(String reason, Undelivered verdict) throws Exception {
        NewComplaint incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = quality(desk.recorded(incoming), "P2");
        desk.deliver(number);
        desk.propose(number, "EXCHANGE", null);
        desk.deliver(number);
        String address = incoming.customer().email();
        MimeMessage[] mails = mailServer.getReceivedMessagesForDomain(address);
        bounces.returned(mails[mails.length - 1].getMessageID(), address, reason, verdict);
        assertThat(proposal(number).state()).isEqualTo(UpdateState.BOUNCED);
        return number;
    }

    private CustomerUpdates.View proposal(ComplaintNumber number) {
        return updates.of(number.value()).stream().filter(update -> update.kind().equals("PROPOSAL")).findFirst().orElseThrow();
    }

    private static Contact contact() {
        return new Contact("王小明", UUID.randomUUID() + "@example.com", "13800005678", null);
    }

    private ClockState settlement(ComplaintNumber number) {
        return clocks.view(ClockKey.of(number.value(), ClockName.SETTLEMENT)).orElseThrow().state();
    }

    private int round(ComplaintNumber number) {
        return complaints.waiting(number).map(Waiting::round).orElseThrow();
    }

    private String shown(ComplaintNumber number, String task) {
        return desk.shown(number, task, "waiting");
    }

    private long reminders(ComplaintNumber number) {
        return desk.story(number).stream().filter(Happening.REMINDED_CUSTOMER::equals).count();
    }
}
