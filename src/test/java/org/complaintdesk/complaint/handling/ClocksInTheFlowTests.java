package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.FirstResponse;
import org.complaintdesk.complaint.FirstResponse.Via;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.KeptMessage;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.policy.Money;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.OnAMonday;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.UpdateState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clocks follow the running flow: people, customers, mail and time. */
@DeskTest
class ClocksInTheFlowTests implements OnAMonday {

    /** A working Monday, ten in the morning in Shanghai. */

    @Autowired CaseDriver desk;
    @Autowired CustomerRequests customer;
    @Autowired CustomerMessages messages;
    @Autowired CustomerUpdates updates;
    @Autowired Complaints complaints;
    @Autowired CaseClocks clocks;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired IdentityService identity;

    private ComplaintNumber proposed() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        return number;
    }

    private void hoursPass(long hours) {
        ClockUtil.setCurrentTime(Date.from(now().plus(Duration.ofHours(hours))));
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private ClockView clock(ComplaintNumber number, ClockName name) {
        return clocks.view(ClockKey.of(number.value(), name)).orElseThrow();
    }

    private ClockState state(ComplaintNumber number, ClockName name) {
        return clock(number, name).state();
    }

    private Set<ClockName> going(ComplaintNumber number) {
        return clocks.of(number.value()).stream().filter(clock -> clock.state() != ClockState.STOPPED).map(ClockView::name)
                .collect(Collectors.toSet());
    }

    private void writes(ComplaintNumber number, String text) {
        assertThat(customer.write(number, CustomerMessage.onPage(text, UUID.randomUUID().toString(), List.of())))
                .isEqualTo(Answered.DONE);
    }

    private void respond(ComplaintNumber number, Via via, String note, String text) {
        try {
            identity.setAuthentication("ben", List.of("agents"));
            complaints.firstResponse(number, new FirstResponse(via, note, text));
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void acknowledgement_by_mail_is_no_first_response() {
        NewComplaint complaint = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.arrives(complaint);
        desk.deliver(number);

        assertThat(desk.mails(complaint.customer().email())).isNotEmpty();
        assertThat(state(number, ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void proposal_sent_by_an_agent_is_the_first_response_and_tells_whose_it_was() {
        ComplaintNumber number = desk.diagnosed();
        assertThat(state(number, ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.RUNNING);
        desk.completeAs("amy", number, "ProposeSolution", "proposalStep", "PROPOSE", "remedy", "REFUND", "amount", 50,
                "explanation", "经核实，商品在运输途中破损。");

        assertThat(state(number, ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.STOPPED);
        assertThat(clock(number, ClockName.FIRST_RESPONSE).ledger()).last().extracting("by").isEqualTo("amy");
        assertThat(going(number)).containsExactly(ClockName.SETTLEMENT);
    }

    @Test
    void colleague_who_tells_a_marketplace_customer_responds_first_and_hands_them_the_turn() {
        ComplaintNumber number = ofAMarketplace();
        offers(number, "REFUND", 50);
        assertThat(going(number)).contains(ClockName.FIRST_RESPONSE);
        assertThat(state(number, ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);

        hoursPass(1);
        tell(number);

        assertThat(going(number)).containsExactly(ClockName.SETTLEMENT);
        assertThat(state(number, ClockName.SETTLEMENT)).isEqualTo(ClockState.WAITING);
    }

    /** Diagnosed, of a customer of whom the marketplace tells no address. */
    private ComplaintNumber ofAMarketplace() {
        ComplaintNumber number = desk.arrives(new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, "TB1", Money.of("399"), "收到的酒瓶破损",
                null, null, new Contact("王**", null, null, "wang_88")));
        desk.complete(number, "RecordComplaint", "customerName", "王**", "platformId", "wang_88");
        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 60, "rootCause", "瓶盖不严");
        return number;
    }

    private void offers(ComplaintNumber number, String remedy, Object amount) {
        desk.propose(number, remedy, amount);
        if (desk.isOpen(number, "ApproveSolution")) {
            desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        }
    }

    private void tell(ComplaintNumber number) {
        desk.deliver(number);
        for (Task task : toTell(number)) {
            tasks.complete(task.getId(), CaseDriver.named("toldVia", "CHAT", "toldNote", "好的"));
        }
    }

    private List<Task> toTell(ComplaintNumber number) {
        return tasks.createTaskQuery().taskDefinitionKey("TellCustomer")
                .processVariableValueEquals("number", number.value()).list();
    }

    /** @return which messages a colleague is still to tell, such as {@code PROPOSAL/1} */
    private List<String> stillToTell(ComplaintNumber number) {
        return toTell(number).stream().map(this::update).map(key -> key.substring(number.value().length() + 1)).toList();
    }

    private String update(Task task) {
        return runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
    }

    @Test
    void offer_that_was_declined_is_not_told_any_more() {
        ComplaintNumber number = ofAMarketplace();
        offers(number, "REFUND", 50);
        assertThat(stillToTell(number)).contains("PROPOSAL/1");

        desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");
        assertThat(stillToTell(number)).doesNotContain("PROPOSAL/1");
        offers(number, "REFUND", 60);

        assertThat(stillToTell(number)).contains("PROPOSAL/2").doesNotContain("PROPOSAL/1");
        assertThat(state(number, ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void evidence_that_came_is_not_asked_for_any_more() {
        ComplaintNumber number = desk.arrives(new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, "TB1", Money.of("399"), "收到的酒瓶破损",
                null, null, new Contact("王**", null, null, "wang_88")));
        desk.complete(number, "RecordComplaint", "customerName", "王**", "platformId", "wang_88");
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "请拍摄瓶身和外箱照片");
        assertThat(stillToTell(number)).contains("EVIDENCE_REQUEST/1");

        desk.complete(number, "CollectEvidence", "evidenceOutcome", "RECEIVED", "evidenceNote", "客户在聊天里发来照片");

        assertThat(stillToTell(number)).doesNotContain("EVIDENCE_REQUEST/1");
    }

    @Test
    void silence_that_leaves_it_to_a_person_leaves_the_offer_to_be_told() {
        ComplaintNumber number = ofAMarketplace();
        offers(number, "REFUND", 50);

        desk.timePasses(number, Duration.ofDays(8));

        assertThat(desk.story(number)).contains(Happening.SILENCE);
        assertThat(stillToTell(number)).contains("PROPOSAL/1");
    }

    @Test
    void customer_without_an_address_is_told_to_send_the_goods_back_and_has_the_turn_only_then() {
        ComplaintNumber number = ofAMarketplace();
        offers(number, "RETURN_AND_REFUND", 399);
        tell(number);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");

        assertThat(stillToTell(number)).containsExactly("RETURN_REQUEST/1");
        assertThat(updates.of(number.value())).last().extracting(CustomerUpdates.View::text).asString().contains("请您把商品寄回");
        assertThat(state(number, ClockName.EXECUTION)).isEqualTo(ClockState.RUNNING);

        tell(number);
        assertThat(state(number, ClockName.EXECUTION)).isEqualTo(ClockState.WAITING);
        assertThat(state(number, ClockName.SETTLEMENT)).isEqualTo(ClockState.WAITING);
    }

    @Test
    void goods_that_are_here_are_not_asked_for_any_more_and_progress_is_only_kept() {
        ComplaintNumber number = ofAMarketplace();
        offers(number, "RETURN_AND_REFUND", 399);
        tell(number);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");

        desk.complete(number, "ReceiveReturn", "returnOutcome", "ACCEPTED");

        assertThat(stillToTell(number)).isEmpty();
        assertThat(updates.of(number.value())).last().extracting(CustomerUpdates.View::kind, CustomerUpdates.View::state)
                .containsExactly("PROGRESS", UpdateState.KEPT);
    }

    @Test
    void what_the_desk_decides_by_itself_is_not_the_doing_of_who_handed_the_complaint_in() {
        identity.setAuthentication("ben", List.of("agents"));
        ComplaintNumber number;
        try {
            number = desk.arrives(CaseDriver.somethingBroken());
        } finally {
            identity.clearAuthentication();
        }

        assertThat(clock(number, ClockName.PROPOSAL).ledger()).extracting("by").containsExactly("ben", "system");
    }

    @Test
    void customers_message_on_their_page_moves_what_is_due() {
        ComplaintNumber number = proposed();
        hoursPass(3);
        Instant due = clock(number, ClockName.SETTLEMENT).dueAt();
        writes(number, "什么时候处理？");

        assertThat(state(number, ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);
        assertThat(clock(number, ClockName.SETTLEMENT).ledger()).last().extracting("by").isEqualTo("customer");
        assertThat(complaints.get(number).settlementDue()).isEqualTo(due);
        assertThat(state(number, ClockName.NEXT_RESPONSE)).isEqualTo(ClockState.RUNNING);

        hoursPass(1);
        desk.complete(number, "ReadCustomerMessage", "letterAnswer", "ANSWER", "answerText", "今天内给您答复。");
        assertThat(state(number, ClockName.NEXT_RESPONSE)).isEqualTo(ClockState.STOPPED);
        assertThat(state(number, ClockName.SETTLEMENT)).isEqualTo(ClockState.WAITING);
        assertThat(clock(number, ClockName.SETTLEMENT).elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void evidence_from_the_customer_goes_on_with_the_time() {
        ComplaintNumber number = desk.recorded();
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "请拍摄瓶身和外箱照片");
        assertThat(state(number, ClockName.PROPOSAL)).isEqualTo(ClockState.WAITING);
        assertThat(state(number, ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.STOPPED);
        hoursPass(20);

        customer.provideEvidence(number, "照片在这里", List.of(), UUID.randomUUID().toString());
        assertThat(state(number, ClockName.PROPOSAL)).isEqualTo(ClockState.RUNNING);
        assertThat(clock(number, ClockName.SETTLEMENT).elapsed()).isZero();
    }

    @Test
    void settled_case_that_is_reopened_has_its_time_again() {
        ComplaintNumber number = desk.settled();
        assertThat(going(number)).isEmpty();
        hoursPass(24 * 4);
        desk.timePasses(number, Duration.ofMinutes(1));
        desk.complete(number, "FollowUpCustomer", "satisfied", "NO", "score", 2, "followUpNote", "又漏了");

        assertThat(going(number)).contains(ClockName.SETTLEMENT, ClockName.PROPOSAL).doesNotContain(ClockName.EXECUTION, ClockName.FIRST_RESPONSE);
        assertThat(complaints.get(number).isOverdue(now())).isFalse();
        assertThat(complaints.get(number).settlementDue()).isAfter(now());
        assertThat(clocks.nextEscalation(number.value())).isAfter(now());
        assertThat(clocks.raiseReminders(number.value(), 0)).isEmpty();
        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("REOPENED")).isNotEmpty();
    }

    @Test
    void case_that_is_ended_early_has_no_clock_running() {
        ComplaintNumber number = proposed();
        complaints.endEarly(number, Closing.UNREACHABLE, "多次联系不上");

        assertThat(going(number)).isEmpty();
    }

    @Test
    void response_by_phone_is_recorded_by_hand_and_stops_the_time_at_once() {
        ComplaintNumber number = desk.recorded();
        respond(number, Via.PHONE, "已致电致歉，说明今天给方案", null);

        assertThat(clock(number, ClockName.FIRST_RESPONSE).ledger()).last().extracting("by", "why").containsExactly("ben", "FIRST_RESPONSE");
        assertThat(complaints.latest(desk.complaint(number), Happening.FIRST_RESPONSE).orElseThrow().who()).isEqualTo("ben");
        assertThat(updates.of(number.value())).extracting(CustomerUpdates.View::kind).doesNotContain("ANSWER");
        assertThat(complaints.awaitsFirstResponse(number)).isFalse();
    }

    @Test
    void response_by_mail_reaches_the_customer_and_their_page() {
        ComplaintNumber number = desk.recorded();
        respond(number, Via.MAIL, null, "您好，我们正在核实，今天给您方案。");

        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("ANSWER")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("我们正在核实");
        assertThat(messages.of(number)).extracting(KeptMessage::text).containsExactly("您好，我们正在核实，今天给您方案。");
        assertThat(state(number, ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.STOPPED);
    }

    @Test
    void response_that_asks_for_a_better_review_is_refused_and_the_time_goes_on() {
        ComplaintNumber number = desk.recorded();

        assertThatThrownBy(() -> respond(number, Via.MAIL, null, "改成好评就给您返现20元")).isInstanceOf(InvalidInput.class)
                .extracting("field").isEqualTo("answerText");
        assertThat(state(number, ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void response_says_what_was_said_and_is_recorded_once() {
        ComplaintNumber number = desk.recorded();

        assertThatThrownBy(() -> respond(number, Via.PHONE, " ", null)).isInstanceOf(InvalidInput.class).extracting("field").isEqualTo("note");
        assertThatThrownBy(() -> respond(number, Via.MAIL, "已答复", null)).isInstanceOf(InvalidInput.class).extracting("field").isEqualTo("answerText");
        respond(number, Via.CHAT, "已在旺旺答复", null);
        assertThatThrownBy(() -> respond(number, Via.CHAT, "已在旺旺答复", null)).isInstanceOf(InvalidInput.class).hasMessageContaining("已有首次响应");
        assertThat(desk.story(number)).containsOnlyOnce(Happening.FIRST_RESPONSE);
    }
}
