package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.OnAMonday;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which clock starts, stops and waits by what happens to a complaint; the flow is not needed for it. */
@DeskTest
class ComplaintClocksTests implements OnAMonday {

    /** A working Monday, ten in the morning in Shanghai. */

    @Autowired Complaints complaints;
    @Autowired CustomerMessages messages;
    @Autowired CaseClocks clocks;
    @Autowired JdbcClient jdbc;

    private ComplaintNumber number;
    private int said;

    private void received() {
        received(UUID.randomUUID() + "@example.com", null);
    }

    private void received(String email, String review) {
        number = complaints.takeDown(new NewComplaint("某某旗舰店", Channel.TMALL, null, "TB1", Money.of("399"), "酒瓶破损",
                null, "退款", new Contact("王小明", email, "13800005678", null), review), null).orElseThrow().number();
    }

    private void hoursPass(long hours) {
        ClockUtil.setCurrentTime(Date.from(now().plus(Duration.ofHours(hours))));
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** One step of the case, saved as the flow saves it. */
    private void then(Consumer<Complaint> step) {
        Complaint complaint = complaints.get(number);
        step.accept(complaint);
        complaints.save(complaint);
    }

    private void diagnosed(Severity severity) {
        then(complaint -> complaint.diagnose(new Diagnosis(Category.QUALITY, severity, ResponsibleParty.MERCHANT, 50, "漏酒")));
    }

    private void proposed() {
        proposed(Remedy.REFUND);
    }

    private void proposed(Remedy remedy) {
        then(complaint -> complaint.propose(new Solution(remedy, Money.of("99"), "经核实，商品在运输途中破损。")));
        then(complaint -> {
            complaint.present();
            complaint.waitFor(WaitingFor.PROPOSAL, now(), now().plus(Duration.ofHours(48)), null);
        });
    }

    private void evidenceAsked() {
        then(complaint -> complaint.askForEvidence(new Diagnosis(Category.QUALITY, Severity.P2, ResponsibleParty.MERCHANT,
                50, null), "照片"));
        then(complaint -> complaint.waitFor(WaitingFor.EVIDENCE, now(), now().plus(Duration.ofHours(48)), null));
    }

    /** A message to the customer, told by a colleague or still to be told. */
    private void said(String kind, String state) {
        jdbc.sql("""
                insert into customer_update (update_key, case_number, kind, audience, subject, body, message_id, route, state, created_at,
                                             told_at)
                values (:key, :number, :kind, 'CUSTOMER', 's', 'b', :key, 'TELL', :state, :now, :now)""")
                .param("key", "%s/%s/%d".formatted(number, kind, ++said)).param("number", number.value()).param("kind", kind)
                .param("state", state).param("now", Timestamp.from(now())).update();
    }

    private void told(String kind, String via) {
        said(kind, "TOLD");
        then(complaint -> complaint.told(kind, via, ""));
    }

    private void writes(boolean verified) {
        CustomerMessage message = new CustomerMessage("怎么还没处理？", MessageSource.PAGE, null, verified,
                UUID.randomUUID().toString(), List.of());
        messages.keep(number, message, message.text(), false);
        then(complaint -> complaint.wrote(message));
    }

    private void read(boolean answered) {
        List<KeptMessage> unread = messages.unread(number);
        messages.read(number, unread.get(0).id(), "amy");
        then(complaint -> complaint.messageAnswered(answered));
    }

    private ClockView clock(ClockName name) {
        return clocks.view(ClockKey.of(number.value(), name)).orElseThrow();
    }

    private ClockState state(ClockName name) {
        return clock(name).state();
    }

    private Set<ClockName> going() {
        return clocks.of(number.value()).stream().filter(clock -> clock.state() != ClockState.STOPPED).map(ClockView::name)
                .collect(Collectors.toSet());
    }

    private List<String> waitsFor(ClockName name) {
        return clock(name).waiting().stream().map(ClockView.Wait::reason).map(PauseReason::word).toList();
    }

    private boolean isListedAsOverdue() {
        return complaints.search(ComplaintQuery.where().overdue(true).text(number.value()).query(), PageRequest.of(0, 5)).stream().count() > 0;
    }

    @Test
    void complaint_that_comes_in_is_to_be_answered_proposed_and_settled_in_time() {
        received();

        assertThat(going()).containsExactlyInAnyOrder(ClockName.FIRST_RESPONSE, ClockName.PROPOSAL, ClockName.SETTLEMENT);
        assertThat(clock(ClockName.SETTLEMENT).startedAt()).isEqualTo(complaints.get(number).receivedAt());
        assertThat(complaints.get(number).settlementDue()).isEqualTo(clock(ClockName.SETTLEMENT).dueAt());
    }

    @Test
    void who_takes_it_down_while_talking_has_responded_already() {
        number = complaints.takeDown(new NewComplaint("店", Channel.PHONE, null, null, null, "坏了", null, null,
                new Contact("王", null, "13800005678", null)), "amy").orElseThrow().number();

        assertThat(state(ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.STOPPED);
        assertThat(clock(ClockName.FIRST_RESPONSE).overdue()).isFalse();
        assertThat(clock(ClockName.FIRST_RESPONSE).ledger()).last().extracting("by", "why").containsExactly("amy", "TAKEN_DOWN");
    }

    @Test
    void nobody_waits_for_a_response_to_a_case_we_opened_because_of_a_review() {
        received(null, "R-20261121-000043");

        assertThat(going()).containsExactlyInAnyOrder(ClockName.PROPOSAL, ClockName.SETTLEMENT);
    }

    @Test
    void proposal_answers_the_customer_and_hands_them_the_turn() {
        received();
        diagnosed(Severity.P2);
        hoursPass(1);
        proposed();

        assertThat(going()).containsExactly(ClockName.SETTLEMENT);
        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("PROPOSAL");
        assertThat(clock(ClockName.FIRST_RESPONSE).ledger()).last().extracting("why").isEqualTo("PRESENTED");
    }

    @Test
    void while_it_waits_for_its_customer_a_case_is_never_overdue() {
        received();
        proposed();
        hoursPass(24 * 30);

        assertThat(complaints.get(number).isOverdue(now())).isFalse();
        assertThat(isListedAsOverdue()).isFalse();
        assertThat(clock(ClockName.SETTLEMENT).overdue()).isFalse();
    }

    @Test
    void overdue_in_lists_is_what_its_clock_says() {
        received();
        hoursPass(24 * 30);

        assertThat(complaints.get(number).isOverdue(now())).isTrue();
        assertThat(isListedAsOverdue()).isTrue();
        then(complaint -> complaint.close(Closing.UNREACHABLE, "多次联系不上", now()));
        assertThat(complaints.get(number).isOverdue(now())).isFalse();
        assertThat(isListedAsOverdue()).isFalse();
    }

    @Test
    void customer_without_an_address_has_the_turn_once_a_colleague_has_told_them() {
        received(null, null);
        proposed();

        assertThat(state(ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);
        assertThat(state(ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.RUNNING);

        hoursPass(1);
        told("PROPOSAL", "平台聊天");

        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("PROPOSAL");
        assertThat(clock(ClockName.SETTLEMENT).waiting()).first().extracting(ClockView.Wait::since).isEqualTo(now());
        assertThat(state(ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.STOPPED);
    }

    @Test
    void customer_whose_mail_comes_back_has_not_the_turn_until_they_are_told() {
        received();
        proposed();
        hoursPass(1);
        then(complaint -> complaint.notReached("PROPOSAL"));
        assertThat(state(ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);

        told("PROPOSAL", "电话");
        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("PROPOSAL");
    }

    @Test
    void who_is_told_an_offer_they_declined_does_not_know_the_next_one() {
        received(null, null);
        proposed();
        then(complaint -> complaint.decline(false, "太少"));
        proposed();
        said("PROPOSAL", "TOLD");
        said("PROPOSAL", "PENDING");
        then(complaint -> complaint.told("PROPOSAL", "平台聊天", ""));

        assertThat(state(ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void who_knows_the_offer_still_knows_it_when_they_are_told_something_else() {
        received(null, null);
        proposed();
        told("PROPOSAL", "平台聊天");
        told("ANSWER", "平台聊天");

        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("PROPOSAL");
    }

    @Test
    void acknowledgement_told_by_a_person_is_a_response() {
        received(null, null);
        then(complaint -> complaint.told("ACKNOWLEDGEMENT", "平台聊天", ""));

        assertThat(clock(ClockName.FIRST_RESPONSE).ledger()).last().extracting("why").isEqualTo("TOLD");
    }

    @Test
    void reminders_and_steps_of_the_flow_are_no_response() {
        received();
        then(complaint -> complaint.triaged(new Diagnosis(Category.QUALITY, Severity.P2, ResponsibleParty.MERCHANT, 50, null), ""));
        diagnosed(Severity.P2);
        then(complaint -> complaint.remind("ProposeSolution", "amy", false));
        then(complaint -> complaint.escalate(1));
        then(complaint -> complaint.resent("ACKNOWLEDGEMENT", false));

        assertThat(state(ClockName.FIRST_RESPONSE)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void declined_proposal_is_to_be_made_again_and_the_settlement_goes_on() {
        received();
        proposed();
        hoursPass(10);
        then(complaint -> complaint.decline(false, "太少"));

        assertThat(going()).containsExactlyInAnyOrder(ClockName.PROPOSAL, ClockName.SETTLEMENT);
        assertThat(state(ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);
        assertThat(clock(ClockName.SETTLEMENT).elapsed()).isLessThan(Duration.ofHours(1));
        assertThat(clock(ClockName.PROPOSAL).overdue()).isFalse();
    }

    @Test
    void evidence_that_is_asked_for_stops_the_time_until_it_comes() {
        received();
        hoursPass(1);
        evidenceAsked();
        Instant due = clock(ClockName.SETTLEMENT).dueAt();
        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("EVIDENCE");
        assertThat(waitsFor(ClockName.PROPOSAL)).containsExactly("EVIDENCE");

        hoursPass(5);
        then(complaint -> complaint.provideEvidence("照片", 1));

        assertThat(going()).containsExactlyInAnyOrder(ClockName.PROPOSAL, ClockName.SETTLEMENT);
        assertThat(waitsFor(ClockName.SETTLEMENT)).isEmpty();
        assertThat(clock(ClockName.SETTLEMENT).dueAt()).isEqualTo(due.plus(Duration.ofHours(5)));
        assertThat(complaints.get(number).settlementDue()).isEqualTo(due.plus(Duration.ofHours(5)));
    }

    @Test
    void pause_survives_a_change_of_severity() {
        received();
        hoursPass(1);
        evidenceAsked();
        hoursPass(5);
        then(complaint -> complaint.provideEvidence("照片", 1));
        diagnosed(Severity.P1);

        assertThat(clock(ClockName.SETTLEMENT).pauses()).hasSize(1);
        assertThat(clock(ClockName.SETTLEMENT).elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void message_while_we_wait_gives_the_turn_back_to_us_until_it_is_answered() {
        received();
        proposed();
        hoursPass(2);
        Instant due = clock(ClockName.SETTLEMENT).dueAt();
        writes(true);
        assertThat(state(ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);
        assertThat(complaints.get(number).settlementDue()).isEqualTo(due).isEqualTo(clock(ClockName.SETTLEMENT).dueAt());

        hoursPass(1);
        read(true);
        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("PROPOSAL");
        assertThat(clock(ClockName.SETTLEMENT).elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void message_of_a_stranger_is_to_be_answered_but_changes_nobodys_turn() {
        received();
        proposed();
        writes(false);

        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("PROPOSAL");
        assertThat(state(ClockName.NEXT_RESPONSE)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void first_unanswered_message_counts_not_the_last() {
        received();
        proposed();
        writes(true);
        Instant first = now();
        hoursPass(1);
        writes(true);

        assertThat(clock(ClockName.NEXT_RESPONSE).startedAt()).isCloseTo(first, within(1, ChronoUnit.SECONDS));
        read(true);
        assertThat(clock(ClockName.NEXT_RESPONSE).startedAt()).as("the second is still unread").isCloseTo(now(), within(1, ChronoUnit.SECONDS));
        assertThat(state(ClockName.NEXT_RESPONSE)).isEqualTo(ClockState.RUNNING);
        read(false);
        assertThat(state(ClockName.NEXT_RESPONSE)).isEqualTo(ClockState.STOPPED);
    }

    @Test
    void next_response_leaves_the_first_response_alone() {
        received();
        writes(true);
        assertThat(going()).contains(ClockName.FIRST_RESPONSE, ClockName.NEXT_RESPONSE);
        assertThat(clock(ClockName.FIRST_RESPONSE).startedAt()).isEqualTo(MONDAY);

        read(false);
        assertThat(going()).as("read, not answered").contains(ClockName.FIRST_RESPONSE).doesNotContain(ClockName.NEXT_RESPONSE);

        writes(true);
        read(true);
        assertThat(going()).doesNotContain(ClockName.FIRST_RESPONSE, ClockName.NEXT_RESPONSE);
        writes(true);
        assertThat(going()).doesNotContain(ClockName.FIRST_RESPONSE).contains(ClockName.NEXT_RESPONSE);
        assertThat(clock(ClockName.FIRST_RESPONSE).run()).isEqualTo(1);
    }

    @Test
    void accepted_proposal_is_to_be_carried_out_in_time() {
        received();
        proposed();
        hoursPass(2);
        then(Complaint::accept);
        assertThat(going()).containsExactlyInAnyOrder(ClockName.SETTLEMENT, ClockName.EXECUTION);
        assertThat(clock(ClockName.EXECUTION).startedAt()).isEqualTo(now());

        then(complaint -> complaint.settle(now()));
        assertThat(going()).isEmpty();
    }

    @Test
    void agreement_is_carried_out_like_an_accepted_proposal() {
        received();
        then(complaint -> complaint.mediate("双方争执不下"));
        assertThat(going()).as("no proposal of ours any more").containsExactlyInAnyOrder(ClockName.FIRST_RESPONSE, ClockName.SETTLEMENT);
        then(complaint -> complaint.heard(Happening.CUSTOMER_HEARD, "要求退款", null));
        then(complaint -> complaint.draftAgreement(new Solution(Remedy.REFUND, Money.of("99"), "退款")));
        then(complaint -> complaint.waitFor(WaitingFor.AGREEMENT, now(), now().plus(Duration.ofHours(48)), null));
        assertThat(going()).containsExactly(ClockName.SETTLEMENT);
        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("AGREEMENT");

        then(complaint -> complaint.agree(null));
        assertThat(going()).containsExactlyInAnyOrder(ClockName.SETTLEMENT, ClockName.EXECUTION);
        assertThat(waitsFor(ClockName.SETTLEMENT)).isEmpty();
    }

    @Test
    void return_on_its_way_stops_the_time_until_it_has_come() {
        received();
        proposed(Remedy.RETURN_AND_REFUND);
        then(Complaint::accept);
        assertThat(waitsFor(ClockName.EXECUTION)).containsExactly("RETURN");
        assertThat(waitsFor(ClockName.SETTLEMENT)).containsExactly("RETURN");

        hoursPass(72);
        then(complaint -> complaint.done(ExecutionStep.RECEIVE_RETURN, null, "SF1", null));
        assertThat(state(ClockName.EXECUTION)).isEqualTo(ClockState.RUNNING);
        assertThat(clock(ClockName.EXECUTION).elapsed()).isZero();
        assertThat(complaints.get(number).isOverdue(now())).isFalse();
    }

    @Test
    void objection_to_a_return_ends_the_execution_and_asks_for_another_proposal() {
        received();
        proposed(Remedy.RETURN_AND_REFUND);
        then(Complaint::accept);
        hoursPass(72);
        then(complaint -> complaint.renegotiate("外包装缺失"));

        assertThat(going()).containsExactlyInAnyOrder(ClockName.SETTLEMENT, ClockName.PROPOSAL);
        assertThat(waitsFor(ClockName.SETTLEMENT)).isEmpty();
    }

    @Test
    void silence_that_policy_leaves_to_a_person_is_our_turn() {
        received();
        proposed();
        hoursPass(24 * 7);
        then(complaint -> complaint.silent(Silence.KEEP_ASKING));

        assertThat(state(ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);
        proposed();
        assertThat(state(ClockName.SETTLEMENT)).as("asked anew").isEqualTo(ClockState.WAITING);
    }

    @Test
    void silence_that_accepts_begins_the_execution() {
        received();
        proposed();
        then(complaint -> complaint.silent(Silence.ACCEPT));

        assertThat(going()).containsExactlyInAnyOrder(ClockName.SETTLEMENT, ClockName.EXECUTION);
        assertThat(state(ClockName.SETTLEMENT)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void reopened_case_is_not_overdue_at_once_and_settled_time_is_no_waiting() {
        received();
        proposed();
        then(Complaint::accept);
        then(complaint -> complaint.settle(now()));
        hoursPass(24 * 3);
        then(Complaint::reopen);

        assertThat(going()).containsExactlyInAnyOrder(ClockName.PROPOSAL, ClockName.SETTLEMENT);
        assertThat(clock(ClockName.SETTLEMENT).state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock(ClockName.SETTLEMENT).overdue()).isFalse();
        assertThat(clock(ClockName.SETTLEMENT).pauses()).as("settled time").noneMatch(pause -> pause.to() == null
                || pause.to().equals(now()));
        assertThat(complaints.get(number).isOverdue(now())).isFalse();
        assertThat(complaints.get(number).settlementDue()).isAfter(now());
    }

    @Test
    void closed_case_has_no_clock_running() {
        received();
        then(complaint -> complaint.close(Closing.WITHDRAWN, "客户撤诉", now()));

        assertThat(going()).isEmpty();
    }

    @Test
    void message_that_is_unread_when_the_case_closes_is_still_to_be_answered() {
        received();
        writes(true);
        then(complaint -> complaint.close(Closing.WITHDRAWN, "客户撤诉", now()));

        assertThat(going()).containsExactly(ClockName.NEXT_RESPONSE);
        assertThat(clock(ClockName.NEXT_RESPONSE).run()).as("it was never interrupted").isEqualTo(1);
        read(false);
        assertThat(going()).isEmpty();
    }

    @Test
    void message_about_a_closed_case_is_to_be_answered_and_nothing_else_begins() {
        received();
        then(complaint -> complaint.close(Closing.WITHDRAWN, "客户撤诉", now()));
        hoursPass(24);
        writes(true);

        assertThat(going()).containsExactly(ClockName.NEXT_RESPONSE);
        assertThat(clock(ClockName.NEXT_RESPONSE).startedAt()).isCloseTo(now(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void customer_who_asks_to_reopen_starts_the_clocks_when_the_case_is_taken_up() {
        received();
        then(complaint -> complaint.close(Closing.NO_ANSWER, null, now()));
        hoursPass(24);
        then(complaint -> complaint.askToReopen("又漏了"));
        assertThat(going()).isEmpty();

        then(Complaint::reopen);
        assertThat(going()).containsExactlyInAnyOrder(ClockName.PROPOSAL, ClockName.SETTLEMENT);
    }

    @Test
    void promised_time_is_the_time_people_see() {
        received();
        Instant promised = MONDAY.plus(Duration.ofDays(3));
        then(complaint -> complaint.promiseNewTime(promised, "等待仓库核实"));

        assertThat(complaints.get(number).settlementDue()).isEqualTo(promised);
        assertThat(clock(ClockName.SETTLEMENT).dueAt()).isEqualTo(promised);
    }
}
