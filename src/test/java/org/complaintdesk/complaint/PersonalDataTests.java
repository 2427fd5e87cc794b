package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Money;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Complaints of a person whose files are joined or erased. */
@DeskTest
class PersonalDataTests {

    @Autowired Complaints complaints;
    @Autowired CustomerRequests requests;
    @Autowired CustomerMessages messages;
    @Autowired Customers customers;
    @Autowired CaseClocks clocks;
    @Autowired CaseDriver desk;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEventPublisher events;
    @Autowired PlatformTransactionManager transactions;

    private void publish(Object event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(event));
    }

    private void erase(ComplaintNumber number) {
        long customer = desk.complaint(number).customerId();
        publish(new CustomerErased(customer, List.of(customer), List.of(number.value()), List.of()));
    }

    /** With something the customer said in every place where they can say something. */
    private ComplaintNumber closed(NewComplaint incoming) {
        ComplaintNumber number = desk.recorded(incoming);
        desk.diagnose(number);
        desk.propose(number, "REFUND", 88);
        requests.decline(number, 1, true, "我王小明要求多赔");
        desk.propose(number, "REFUND", 99);
        requests.write(number, CustomerMessage.onPage("我是王小明，住在人民路1号", "form-1", List.of(UUID.randomUUID())));
        messages.answered(number, "王先生您好", "amy");
        requests.accept(number, 2);
        desk.complete(number, "ExecuteSolution", "executionNote", "退到王小明的卡", "executionReference", "RF-7");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-7");
        requests.rate(number, 4, true, "王小明谢谢大家");
        return number;
    }

    @Test
    void complaints_of_a_merged_file_belong_to_the_other() {
        ComplaintNumber number = desk.recorded();
        Complaint inHand = desk.complaint(number);
        Customer other = customers.register(new Contact("王小明", UUID.randomUUID() + "@example.com", null, null));

        publish(new CustomerMerged(inHand.customerId(), other.id()));

        assertThat(desk.complaint(number).customerId()).isEqualTo(other.id());
        inHand.handledBy("amy");
        assertThatThrownBy(() -> complaints.save(inHand)).as("who has it in hand does not undo it")
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void nothing_the_person_said_or_is_called_stays_and_accounts_find_their_figures() {
        ComplaintNumber number = closed(CaseDriver.somethingBroken());

        erase(number);

        Complaint complaint = desk.complaint(number);
        String everything = jdbc.sql("""
                        select c::text || (select string_agg(e::text, '') from complaint_event e where e.complaint_id = c.id)
                               || (select string_agg(m::text, '') from customer_message m where m.complaint_id = c.id)
                          from complaint c where c.number = ?""").param(number.value()).query(String.class).single();
        assertThat(everything).doesNotContain("王小明", "王先生", "人民路", "酒瓶", "要求退款", "TB20261121001", "form-1");
        assertThat(complaint.diagnosis().category()).isEqualTo(Category.DAMAGED_IN_TRANSIT);
        assertThat(complaint.solution().amount()).isEqualTo(Money.of("99"));
        assertThat(complaint.closing()).isEqualTo(Closing.SATISFIED);
        assertThat(complaint.rating().score()).isEqualTo(4);
        assertThat(complaint.orderNumber()).isEqualTo("TB…1001");
        erase(number);
        assertThat(desk.complaint(number).orderNumber()).as("erased twice").isEqualTo("TB…1001");
        assertThat(complaints.story(complaint)).extracting(CaseEvent::details)
                .contains(Map.of("step", "CONFIRM_REFUND", "amount", "99.00", "reference", "FIN-7"));
        assertThat(messages.of(number)).hasSize(2).allSatisfy(kept -> assertThat(kept.text()).isEmpty());
        CustomerView view = requests.view(number);
        assertThat(view.description()).isNull();
        assertThat(view.can()).isEmpty();
    }

    @Test
    void letter_that_nobody_has_read_waits_for_no_answer_any_more() {
        ComplaintNumber number = closed(CaseDriver.somethingBroken());
        ClockKey answer = ClockKey.of(number.value(), ClockName.NEXT_RESPONSE);
        assertThat(clocks.row(answer).orElseThrow().state()).isEqualTo(ClockState.RUNNING);

        erase(number);

        assertThat(clocks.row(answer).orElseThrow().state()).isEqualTo(ClockState.STOPPED);
        assertThat(messages.unread(number)).isEmpty();
    }

    @Test
    void erased_case_takes_nothing_more_from_its_customer() {
        ComplaintNumber number = closed(CaseDriver.somethingBroken());
        erase(number);

        assertThat(requests.reopen(number, "又漏了")).isEqualTo(Answered.NOT_POSSIBLE);
        assertThat(requests.rate(number, 1, false, null)).isEqualTo(Answered.NOT_POSSIBLE);
        assertThat(requests.write(number, CustomerMessage.onPage("还有一件事", "form-2", List.of()))).isEqualTo(Answered.NOT_POSSIBLE);
        assertThat(messages.of(number)).hasSize(2);
    }

    @Test
    void complaint_that_is_sent_again_after_its_erasure_does_not_bring_the_person_back() {
        NewComplaint incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = closed(incoming);
        erase(number);

        Registration again = complaints.register(incoming);

        assertThat(again.created()).isFalse();
        assertThat(again.number()).isEqualTo(number);
        assertThat(desk.complaint(number).description()).isEmpty();
    }

    @Test
    void person_with_an_open_case_is_not_erased() {
        ComplaintNumber number = desk.recorded();

        assertThatThrownBy(() -> erase(number)).isInstanceOf(IllegalStateException.class);

        assertThat(desk.complaint(number).description()).isNotEmpty();
    }
}
