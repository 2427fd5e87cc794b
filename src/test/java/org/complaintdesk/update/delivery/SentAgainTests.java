package org.complaintdesk.update.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.customer.UpdateResent;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.update.Bounces;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.CustomerUpdates.View;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.Undelivered;
import org.complaintdesk.update.UpdateState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail that comes back, and messages that go once more. */
@DeskTest
@RecordApplicationEvents
class SentAgainTests {

    @Autowired ApplicationEventPublisher publisher;
    @Autowired ApplicationEvents published;
    @Autowired TransactionTemplate transaction;
    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired Bounces bounces;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired ManagementService management;
    @Autowired GreenMail mailServer;
    @Autowired JavaMailSenderImpl sender;

    private final String number = "S-" + UUID.randomUUID().toString().substring(0, 12);
    private final String address = UUID.randomUUID() + "@example.com";
    private final String corrected = UUID.randomUUID() + "@example.com";
    private long customer;
    private int mailPort;

    @BeforeEach
    void someCustomer() {
        mailPort = sender.getPort();
        customer = customers.register(new Contact("王小明", address, null, null)).id();
    }

    @AfterEach
    void useTheMailServerAgain() {
        sender.setPort(mailPort);
    }

    @Test
    void mail_that_came_back_marks_the_address_and_an_agent_tells_the_customer() throws Exception {
        due(UpdateKind.PROPOSAL);
        runJobs();

        assertThat(bounces.returned(mails(address).get(0).getMessageID(), address, "550 5.1.1 no such user", Undelivered.ADDRESS_DEAD)).contains(number);

        assertThat(message(0).state()).isEqualTo(UpdateState.BOUNCED);
        assertThat(message(0).route()).isEqualTo(Route.TELL);
        assertThat(message(0).rejection()).isEqualTo("550 5.1.1 no such user");
        assertThat(customers.hasUsableAddress(customer)).isFalse();
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(message(0).key()).singleResult().getId(), Map.of("toldVia", "PHONE"));
        assertThat(message(0).state()).isEqualTo(UpdateState.TOLD);
    }

    @Test
    void same_report_twice_changes_nothing_more() throws Exception {
        due(UpdateKind.PROPOSAL);
        runJobs();
        String id = mails(address).get(0).getMessageID();

        bounces.returned(id, address, "550 no such user", Undelivered.ADDRESS_DEAD);
        assertThat(bounces.returned(id, address, "550 again", Undelivered.ADDRESS_DEAD)).contains(number);

        assertThat(message(0).rejection()).isEqualTo("550 no such user");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(message(0).key()).count()).isOne();
    }

    @Test
    void progress_that_came_back_is_only_kept() throws Exception {
        due(UpdateKind.PROGRESS);
        runJobs();

        bounces.returned(mails(address).get(0).getMessageID(), null, "550 no such user", Undelivered.ADDRESS_DEAD);

        assertThat(message(0).state()).isEqualTo(UpdateState.BOUNCED);
        assertThat(message(0).route()).isEqualTo(Route.KEEP);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(message(0).key()).count()).isZero();
    }

    @Test
    void report_that_anybody_can_write_changes_nothing() throws Exception {
        due(UpdateKind.PROPOSAL);
        runJobs();
        String id = mails(address).get(0).getMessageID();

        assertThat(bounces.returned(null, address, "550 no such user", Undelivered.ADDRESS_DEAD)).isEmpty();
        assertThat(bounces.returned(id.replace("PROPOSAL.1", "PROPOSAL.2"), address, "550", Undelivered.ADDRESS_DEAD)).isEmpty();
        assertThat(bounces.returnedTo("S-other", address, "550", Undelivered.ADDRESS_DEAD)).isEmpty();

        assertThat(message(0).state()).isEqualTo(UpdateState.SENT);
        assertThat(customers.hasUsableAddress(customer)).isTrue();
    }

    @Test
    void report_sent_to_the_cases_own_address_is_about_the_last_mail_to_this_recipient() {
        due(UpdateKind.PROGRESS);
        due(UpdateKind.PROPOSAL);
        runJobs();

        assertThat(bounces.returnedTo(number, address.toUpperCase(), "550 no such user", Undelivered.ADDRESS_DEAD)).contains(number);

        assertThat(updates.of(number)).extracting(View::state).containsExactlyInAnyOrder(UpdateState.SENT, UpdateState.BOUNCED);
    }

    @Test
    void delay_is_noted_and_nothing_else_happens() throws Exception {
        due(UpdateKind.PROPOSAL);
        runJobs();

        bounces.returned(mails(address).get(0).getMessageID(), address, "452 4.2.2 mailbox full, still trying", Undelivered.DELAYED);

        assertThat(message(0).state()).isEqualTo(UpdateState.SENT);
        assertThat(message(0).delay()).contains("mailbox full");
        assertThat(customers.hasUsableAddress(customer)).isTrue();
    }

    @Test
    void mail_a_server_has_given_up_is_told_otherwise_though_the_address_is_good() throws Exception {
        due(UpdateKind.PROPOSAL);
        runJobs();
        String id = mails(address).get(0).getMessageID();
        bounces.returned(id, address, "452 4.2.2 mailbox full, still trying", Undelivered.DELAYED);

        bounces.returned(id, address, "452 4.2.2 mailbox full", Undelivered.LOST);

        assertThat(message(0).state()).isEqualTo(UpdateState.BOUNCED);
        assertThat(message(0).route()).isEqualTo(Route.TELL);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(message(0).key()).count()).isOne();
        assertThat(customers.hasUsableAddress(customer)).isTrue();
        due(UpdateKind.RESULT);
        runJobs();
        assertThat(updates.of(number)).as("the next message goes there").last().matches(next -> next.state() == UpdateState.SENT);
    }

    @Test
    void message_sent_again_keeps_its_thread_and_has_a_key_of_its_own() throws Exception {
        due(UpdateKind.PROPOSAL);
        runJobs();

        updates.resend(message(0).key(), "amy");
        runJobs();

        MimeMessage again = mails(address).get(1);
        assertThat(again.getSubject()).isEqualTo(mails(address).get(0).getSubject());
        assertThat(again.getMessageID()).isNotEqualTo(mails(address).get(0).getMessageID());
        assertThat(again.getHeader("References")).containsExactly(mails(address).get(0).getMessageID());
        assertThat(message(1).key()).isEqualTo(message(0).key() + "/AGAIN/1");
        assertThat(message(1).resendOf()).isEqualTo(message(0).key());
        assertThat(message(1).resentBy()).isEqualTo("amy");
        assertThat(published.stream(UpdateResent.class)).containsExactly(new UpdateResent(number, UpdateKind.PROPOSAL, false, "amy"));

        updates.resend(message(1).key(), "ben");
        assertThat(message(2).key()).isEqualTo(message(0).key() + "/AGAIN/2");
    }

    @Test
    void corrected_address_gets_the_message_and_the_customer_file_has_it() throws Exception {
        due(UpdateKind.PROPOSAL);
        runJobs();
        String first = mails(address).get(0).getMessageID();
        bounces.returned(first, address, "550 no such user", Undelivered.ADDRESS_DEAD);

        updates.resendTo(message(0).key(), " " + corrected.toUpperCase() + " ", "amy");
        runJobs();

        assertThat(mails(corrected)).hasSize(1);
        assertThat(mails(corrected).get(0).getHeader("In-Reply-To")).containsExactly(first);
        assertThat(customers.byId(customer).email()).isEqualTo(corrected);
        assertThat(customers.hasUsableAddress(customer)).isTrue();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(message(0).key()).count()).as("no one need tell it").isZero();
        assertThat(published.stream(UpdateResent.class)).containsExactly(new UpdateResent(number, UpdateKind.PROPOSAL, true, "amy"));
    }

    @Test
    void colleague_who_enters_the_same_address_again_vouches_for_it() throws Exception {
        due(UpdateKind.PROPOSAL);
        runJobs();
        bounces.returned(mails(address).get(0).getMessageID(), address, "550 5.2.1 mailbox disabled", Undelivered.ADDRESS_DEAD);

        updates.resendTo(message(0).key(), address, "amy");
        due(UpdateKind.RESULT);
        runJobs();

        assertThat(mails(address)).hasSize(3);
        assertThat(customers.hasUsableAddress(customer)).isTrue();
    }

    @Test
    void failing_mail_goes_out_at_once_to_the_corrected_address_and_only_there() throws Exception {
        due(UpdateKind.PROPOSAL);
        sender.setPort(1);
        assertThatThrownBy(this::runJobs);
        assertThat(message(0).failing().attempts()).isOne();
        assertThat(message(0).failing().lastError()).contains("connect");
        assertThat(message(0).failing().next()).isNotNull();

        updates.resendTo(message(0).key(), corrected, "amy");
        sender.setPort(mailPort);
        runJobs();

        assertThat(updates.of(number)).singleElement().satisfies(only -> {
            assertThat(only.state()).isEqualTo(UpdateState.SENT);
            assertThat(only.resentBy()).isEqualTo("amy");
        });
        assertThat(mails(corrected)).hasSize(1);
        assertThat(mails(address)).isEmpty();
    }

    @Test
    void mail_that_was_given_up_goes_out_when_an_agent_sends_it_again() throws Exception {
        due(UpdateKind.PROPOSAL);
        sender.setPort(1);
        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThatThrownBy(() -> management.executeJob(job().getId()));
        }
        assertThat(message(0).failing().attempts()).isEqualTo(6);
        assertThat(message(0).failing().next()).isNull();

        updates.resend(message(0).key(), "amy");
        assertThat(job().getRetries()).isOne();
        sender.setPort(mailPort);
        runJobs();

        assertThat(mails(address)).hasSize(1);
    }

    @Test
    void customer_who_refuses_contact_is_not_written_to_again_either() {
        publish(new CustomerUpdateDue(number, "酒仙网", "TMALL", customer, UpdateKind.REVIEW_CONTACT, Map.of(), true, true));
        customers.refuseContact(customer, "不要再联系我");
        runJobs();

        updates.resend(message(0).key(), "amy");

        assertThat(updates.of(number)).extracting(View::state).containsExactly(UpdateState.KEPT, UpdateState.KEPT);
    }

    @Test
    void what_waits_for_an_agent_and_what_is_for_colleagues_is_not_sent_again() {
        customers.addressBounced(address, "550");
        due(UpdateKind.PROPOSAL);
        publish(new StaffNoticeDue(number, StaffNotice.REMINDER, "nobody", Map.of()));

        assertThatThrownBy(() -> updates.resend(message(0).key(), "amy")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> updates.resendTo(message(0).key(), "no address", "amy")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> updates.resendTo(message(0).key(), "", "amy")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> updates.resend(message(1).key(), "amy")).isInstanceOf(NoSuchElementException.class);
        assertThat(updates.of(number)).hasSize(2);
    }

    @Test
    void forgotten_customer_is_told_nothing_more_and_leaves_no_name_in_the_engine() {
        customers.addressBounced(address, "550");
        due(UpdateKind.PROPOSAL);
        due(UpdateKind.RESULT);
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(message(0).key()).singleResult().getId(), Map.of("toldVia", "PHONE"));
        String told = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(message(0).key()).singleResult().getId();
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(told).variableName("customerName").count()).isZero();

        publish(new CustomerErased(customer, List.of(customer), List.of(number), List.of()));

        assertThat(tasks.createTaskQuery().processVariableValueEquals("number", number).count()).isZero();
        assertThat(history.createHistoricVariableInstanceQuery().variableName("customerName").processInstanceIdIn(
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKeyLike(number + "/%").list().stream()
                        .map(HistoricProcessInstance::getId).toArray(String[]::new)).count()).isZero();
        assertThat(updates.of(number)).extracting(View::text).containsOnly("（已应客户要求删除）");
        assertThat(updates.of(number)).extracting(View::state).containsExactly(UpdateState.TOLD, UpdateState.KEPT);
    }

    private void due(UpdateKind kind) {
        publish(new CustomerUpdateDue(number, "酒仙网", "WEB", customer, kind, Map.of("remedy", "退货退款"), false, true));
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(event));
    }

    private void runJobs() {
        runtime.createProcessInstanceQuery().variableValueEquals("number", number).list().stream()
                .flatMap(each -> management.createJobQuery().processInstanceId(each.getId()).messages().list().stream())
                .forEach(job -> management.executeJob(job.getId()));
    }

    private Job job() {
        return management.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                .variableValueEquals("number", number).singleResult().getId()).singleResult();
    }

    private View message(int position) {
        return updates.of(number).get(position);
    }

    private List<MimeMessage> mails(String recipient) {
        return List.of(mailServer.getReceivedMessagesForDomain(recipient));
    }
}
