package org.complaintdesk.update.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.customer.UpdatesOutdated;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.UpdateState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The case goes on while the mail server is still at one of its mails. */
@DeskTest
class MailUnderWayTests {

    @Autowired CaseDriver desk;
    @Autowired DropWhatNoLongerMatters drop;
    @Autowired CustomerUpdates updates;
    @Autowired ManagementService management;
    @Autowired GreenMail mailServer;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final NewComplaint complaint = CaseDriver.somethingBroken();
    private MessageDeliveryHandler usual;
    private ComplaintNumber number;
    private String job;

    @BeforeEach
    void a_mail_is_to_be_sent() {
        number = desk.arrives(complaint);
        job = jdbc.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                 where e.business_key_ like ?""").param(number + "/%").query(String.class).single();
        usual = mailServer.getUserManager().getMessageDeliveryHandler();
    }

    @AfterEach
    void mail_server_as_it_was() {
        mailServer.getUserManager().setMessageDeliveryHandler(usual);
    }

    @Test
    void customers_answer_does_not_wait_for_the_mail_server() {
        AtomicReference<Throwable> waited = new AtomicReference<>();
        mailServer.getUserManager().setMessageDeliveryHandler((message, address) -> {
            try {
                transaction.executeWithoutResult(step -> {
                    jdbc.sql("set local lock_timeout = '500ms'").update();
                    drop.drop(new UpdatesOutdated(number.value(), Set.of(UpdateKind.ACKNOWLEDGEMENT)));
                });
            } catch (RuntimeException e) {
                waited.set(e);
            }
            return usual.handle(message, address);
        });

        management.executeJob(job);

        assertThat(waited.get()).isNull();
        assertThat(updates.of(number.value()).get(0).state()).isEqualTo(UpdateState.SENT);
        assertThat(desk.mails(complaint.customer().email())).hasSize(1);
    }

    @Test
    void mail_that_went_out_stays_recorded_as_sent_when_it_is_taken_back_meanwhile() {
        AtomicReference<CompletableFuture<Void>> takenBack = new AtomicReference<>();
        mailServer.getUserManager().setMessageDeliveryHandler((message, address) -> {
            takenBack.set(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(step ->
                    drop.drop(new CustomerErased(1, List.of(), List.of(number.value()), List.of())))));
            Awaitility.await().until(this::somebodyWaits);
            return usual.handle(message, address);
        });

        management.executeJob(job);

        assertThat(takenBack.get()).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(updates.of(number.value()).get(0).state()).isEqualTo(UpdateState.SENT);
        assertThat(desk.mails(complaint.customer().email())).hasSize(1);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                select exists (select from pg_stat_activity
                                where wait_event_type = 'Lock' and query ilike '%customer_update%')""").query(Boolean.class).single();
    }
}
