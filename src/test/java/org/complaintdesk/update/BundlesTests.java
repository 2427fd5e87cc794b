package org.complaintdesk.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.CaseEndedEarly;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.roster.Roster;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What a colleague gets when there is much to tell at once, or at night. */
@DeskTest
class BundlesTests {

    private static final AtomicInteger CASES = new AtomicInteger(300_000);
    private static final Duration GATHERED = Duration.ofMinutes(5);

    @Autowired Updates updates;
    @Autowired BundleLetter letter;
    @Autowired Templates templates;
    @Autowired MessageIds messages;
    @Autowired CaseReferences references;
    @Autowired NewUpdates begun;
    @Autowired Staff staff;
    @Autowired Shops shops;
    @Autowired Wording wording;
    @Autowired DeskProperties desk;
    @Autowired Clock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;
    @Autowired GreenMail mail;
    @Autowired CaseDriver cases;
    @Autowired Complaints complaints;
    @Autowired MockMvc mvc;

    private final Roster roster = Mockito.mock(Roster.class);
    private final String colleague = "u" + UUID.randomUUID().toString().replace("-", "");
    /** A name that nobody else in the database has. */
    private final String person = "p" + UUID.randomUUID().toString().replace("-", "");
    private WriteNotices notices;

    @BeforeEach
    void one_colleague_on_duty() {
        User user = identity.newUser(colleague);
        user.setEmail(colleague + "@example.com");
        identity.saveUser(user);
        Mockito.when(roster.recipients(Mockito.anyString(), Mockito.any(), Mockito.any())).thenReturn(List.of(colleague));
        Mockito.when(roster.quietUntil(Mockito.anyString(), Mockito.any())).thenReturn(Optional.empty());
        Bundles bundles = new Bundles(updates, letter, messages, begun, roster, new Restraint(3, GATHERED, Duration.ofHours(24)),
                wording, desk, clock, events);
        notices = new WriteNotices(updates, templates, messages, bundles, roster, staff, shops, wording, desk, begun, clock);
    }

    @AfterEach
    void the_day_ends() {
        identity.deleteUser(colleague);
        ClockUtil.reset();
    }

    @Test
    void the_first_three_go_out_by_themselves_and_the_rest_in_one_mail() throws Exception {
        List<String> cases = IntStream.range(0, 30).mapToObj(i -> due(i % 3 == 0 ? StaffNotice.ESCALATION : StaffNotice.REMINDER))
                .toList();
        deliver();
        assertThat(mails()).hasSize(3);

        later(GATHERED);
        deliver();

        assertThat(mails()).hasSize(4);
        assertThat(mails().get(3).getSubject()).isEqualTo("【客户投诉处理】案件提醒 27 条");
        assertThat(text(mails().get(3))).contains("把 27 条提醒合并成这一封邮件", "到期提醒：18 条", "超时上报：9 条", "另有 7 条",
                cases.get(29 - 2) + " 投诉超时，请介入", desk.publicUrl() + "/tasks", "多条提醒合并在一起").doesNotContain("NOTICES");
        assertThat(references.areNotices(List.of(mails().get(3).getMessageID()))).as("who answers it is a colleague").isTrue();
        assertThat(cases).allSatisfy(number -> assertThat(only(number).state()).isEqualTo(UpdateState.SENT));
        assertThat(only(cases.get(29)).saidWith()).isNotNull();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(only(cases.get(29)).saidWith()).count()).isZero();
    }

    @Test
    void who_supervises_is_led_to_the_deadlines() throws Exception {
        identity.createMembership(colleague, "supervisors");
        IntStream.range(0, 5).forEach(i -> due(StaffNotice.ESCALATION));
        later(GATHERED);
        deliver();

        assertThat(text(mails().get(3))).contains(desk.publicUrl() + "/deadlines");
    }

    @Test
    void a_storm_that_goes_on_is_one_mail_each_time() {
        for (int minute = 0; minute < 20; minute++) {
            IntStream.range(0, 10).forEach(i -> due(StaffNotice.ESCALATION));
            deliver();
            later(Duration.ofMinutes(1));
        }
        later(GATHERED);
        deliver();

        assertThat(mails()).hasSizeBetween(6, 8);
        assertThat(count("kind <> 'BUNDLE' and state = 'SENT'")).isEqualTo(200);
    }

    @Test
    void after_the_storm_notices_go_out_by_themselves_again() {
        IntStream.range(0, 10).forEach(i -> due(StaffNotice.ESCALATION));
        later(GATHERED.plusMinutes(6));
        deliver();
        int before = mails().size();

        due(StaffNotice.ESCALATION);
        deliver();

        assertThat(mails()).hasSize(before + 1);
    }

    @Test
    void on_several_nodes_at_once_nothing_is_lost_and_nothing_comes_twice() throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        IntStream.range(0, 150).forEach(i -> work.add(() -> {
            due(StaffNotice.ESCALATION);
            return 1;
        }));
        IntStream.range(0, 20).forEach(i -> work.add(i * 7, () -> {
            closeOpenBundles();
            return 0;
        }));
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            int said = 0;
            for (Future<Integer> one : nodes.invokeAll(work)) {
                said += one.get();
            }
            assertThat(said).isEqualTo(150);
        } finally {
            nodes.shutdown();
        }
        later(GATHERED);
        deliver();

        assertThat(count("kind <> 'BUNDLE'")).isEqualTo(150);
        assertThat(count("kind <> 'BUNDLE' and state = 'SENT'")).isEqualTo(150);
        assertThat(count("kind = 'BUNDLE' and state = 'PENDING'")).isZero();
        int single = count("kind <> 'BUNDLE' and said_with is null");
        assertThat(mails()).hasSize(single + count("kind = 'BUNDLE' and state = 'SENT'"));
        assertThat(single).as("a few more than three, when nodes do not see each other").isBetween(3, 20);
    }

    @Test
    void a_reminder_at_night_waits_for_the_morning_but_a_breach_does_not() throws Exception {
        Instant morning = clock.instant().plus(Duration.ofHours(6));
        night(morning);
        String reminded = due(StaffNotice.REMINDER);
        String overdue = due(StaffNotice.ESCALATION);
        String remindedToo = due(StaffNotice.REMINDER);
        deliver();

        assertThat(mails()).singleElement().satisfies(breach -> assertThat(breach.getSubject()).contains(overdue));
        assertThat(only(reminded).waitReason()).isEqualTo(WaitReason.QUIET_HOURS);
        assertThat(only(reminded).waitUntil()).isEqualTo(morning.truncatedTo(ChronoUnit.MICROS));

        later(Duration.ofHours(6).plusSeconds(1));
        deliver();

        assertThat(mails()).hasSize(2);
        assertThat(text(mails().get(1))).contains(reminded, remindedToo).doesNotContain(overdue);
    }

    @Test
    void the_only_one_of_the_night_reads_as_usual() throws Exception {
        night(clock.instant().plus(Duration.ofHours(6)));
        String reminded = due(StaffNotice.REMINDER);
        later(Duration.ofHours(6).plusSeconds(1));
        deliver();

        assertThat(mails()).singleElement().satisfies(only -> {
            assertThat(only.getSubject()).isEqualTo("【客户投诉处理】投诉即将到期 " + reminded);
            assertThat(text(only)).contains("/cases/" + reminded);
        });
    }

    @Test
    void what_no_longer_matters_in_the_morning_is_not_said() {
        night(clock.instant().plus(Duration.ofHours(6)));
        String reminded = due(StaffNotice.REMINDER);
        transaction.executeWithoutResult(status -> events.publishEvent(new CaseEndedEarly(reminded)));
        later(Duration.ofHours(6).plusSeconds(1));
        deliver();

        assertThat(mails()).isEmpty();
        assertThat(only(reminded).state()).isEqualTo(UpdateState.KEPT);
        assertThat(count("kind = 'BUNDLE' and state = 'KEPT'")).isEqualTo(1);
    }

    @Test
    void what_became_late_in_the_night_is_not_due_soon_in_the_morning() throws Exception {
        night(clock.instant().plus(Duration.ofHours(6)));
        String late = due(StaffNotice.REMINDER);
        String soon = due(StaffNotice.REMINDER);
        due(late, StaffNotice.OVERDUE);
        due(soon, StaffNotice.REMINDER);
        deliver();
        assertThat(mails()).singleElement().satisfies(told -> assertThat(told.getSubject()).contains("已过时限", late));

        later(Duration.ofHours(6).plusSeconds(1));
        deliver();

        assertThat(mails()).hasSize(2);
        assertThat(text(mails().get(1))).doesNotContain(late).containsOnlyOnce(soon);
        assertThat(updates.findByCaseNumberOrderById(late)).extracting(CustomerUpdate::state)
                .containsExactly(UpdateState.KEPT, UpdateState.SENT);
    }

    @Test
    void the_only_one_of_the_night_forgets_an_erased_person() throws Exception {
        ComplaintNumber number = complaintOf(person);
        night(clock.instant().plus(Duration.ofHours(6)));
        remindOf(number.value(), person);
        later(Duration.ofHours(6).plusSeconds(1));
        deliver();
        assertThat(text(mails().get(0))).contains(person);
        cases.deliver(number);

        erase(number);

        assertThat(Traces.of(jdbc, List.of(person))).isEmpty();
        assertThat(jdbc.sql("select body from customer_update where colleague = ? and kind = 'BUNDLE'").param(colleague)
                .query(String.class).list()).containsExactly(wording.text("update.erased"));
    }

    @Test
    void the_only_one_of_the_night_is_not_sent_once_its_customer_is_erased() throws Exception {
        ComplaintNumber number = complaintOf(person);
        night(clock.instant().plus(Duration.ofHours(6)));
        remindOf(number.value(), person);
        cases.deliver(number);
        later(Duration.ofHours(6).plusSeconds(1));
        deliver(1);
        assertThat(count("kind = 'BUNDLE' and state = 'PENDING' and route = 'MAIL'")).as("its mail waits for the mail server").isEqualTo(1);

        erase(number);
        assertThat(Traces.of(jdbc, List.of(person))).isEmpty();
        deliver();

        assertThat(mails()).isEmpty();
        assertThat(count("kind = 'BUNDLE' and state = 'KEPT'")).isEqualTo(1);
    }

    @Test
    void several_cases_in_one_mail_name_nobody_and_stay() throws Exception {
        ComplaintNumber number = complaintOf(person);
        night(clock.instant().plus(Duration.ofHours(6)));
        remindOf(number.value(), person);
        String other = due(StaffNotice.REMINDER);
        cases.deliver(number);
        later(Duration.ofHours(6).plusSeconds(1));
        deliver(1);

        erase(number);
        deliver();

        assertThat(Traces.of(jdbc, List.of(person))).isEmpty();
        assertThat(mails()).singleElement().satisfies(mail -> assertThat(text(mail)).contains(number.value(), other));
    }

    private ComplaintNumber complaintOf(String person) {
        return cases.arrives(new NewComplaint("店", Channel.TMALL, null, null, null, "酒瓶破损，我是" + person, null, null,
                new Contact(person, null, null, "tb_" + person)));
    }

    private void remindOf(String number, String person) {
        transaction.executeWithoutResult(status -> notices.staffNoticeDue(new StaffNoticeDue(number, StaffNotice.REMINDER, "agents",
                Map.of("task", "提出方案", "customer", person, "problem", "酒瓶破损，我是" + person))));
    }

    private void erase(ComplaintNumber number) throws Exception {
        complaints.endEarly(number, Closing.UNREACHABLE, "联系不上");
        long customer = cases.complaint(number).customerId();
        mvc.perform(post("/customers/" + customer + "/erase").with(httpBasic("admin", "demo")).with(csrf())
                .param("confirmation", String.valueOf(customer))).andExpect(status().is3xxRedirection());
    }

    private String due(StaffNotice kind) {
        return due("T-20261122-" + CASES.incrementAndGet(), kind);
    }

    private String due(String number, StaffNotice kind) {
        transaction.executeWithoutResult(status -> notices.staffNoticeDue(
                new StaffNoticeDue(number, kind, "agents", Map.of("task", "提出方案"))));
        return number;
    }

    private void night(Instant morning) {
        Mockito.when(roster.quietUntil(Mockito.anyString(), Mockito.any())).thenReturn(Optional.of(morning));
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    /** As if their time had come. */
    private void closeOpenBundles() {
        jdbc.sql("select update_key from customer_update where colleague = ? and kind = 'BUNDLE' and route = 'WAIT'").param(colleague)
                .query(String.class).list().forEach(key -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("update customer_update set wait_until = now() - interval '1 day' where update_key = ?").param(key).update();
                    management.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                                    .processInstanceBusinessKey(key).singleResult().getId()).timers().list()
                            .forEach(job -> management.executeJob(job.getId()));
                }));
    }

    /** Runs what is due for this colleague, also what becomes due by that. */
    private void deliver() {
        deliver(3);
    }

    private void deliver(int rounds) {
        for (int round = 0; round < rounds; round++) {
            jdbc.sql("select update_key from customer_update where colleague = ? and state = 'PENDING' and (said_with is null)")
                    .param(colleague).query(String.class).list().stream()
                    .flatMap(key -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream())
                    .flatMap(delivery -> management.createJobQuery().processInstanceId(delivery.getId()).executable().list().stream())
                    .forEach(job -> management.executeJob(job.getId()));
        }
    }

    private CustomerUpdate only(String number) {
        List<CustomerUpdate> all = updates.findByCaseNumberOrderById(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private int count(String which) {
        return jdbc.sql("select count(*) from customer_update where colleague = ? and " + which).param(colleague)
                .query(Integer.class).single();
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(mail.getReceivedMessages()).filter(message -> {
            try {
                return message.getAllRecipients()[0].toString().startsWith(colleague);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    private static String text(MimeMessage message) throws Exception {
        return (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
    }
}
