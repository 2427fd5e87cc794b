package org.complaintdesk.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.TaskQuery;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.CustomerView;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.DeskSecret;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowDriver;
import org.complaintdesk.support.ReviewDriver;
import org.complaintdesk.support.Traces;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about mail, and the pages on which they look it up. */
@DeskTest
class ScreenMailTests {

    @Autowired MailStore store;
    @Autowired TakeIn takeIn;
    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired CustomerMessages messages;
    @Autowired CaseDriver cases;
    @Autowired ReviewDriver reviews;
    @Autowired Reviews badReviews;
    @Autowired CustomerRequests requests;
    @Autowired CustomerUpdates updates;
    @Autowired ScreenMail screenMail;
    @Autowired EvidenceFiles evidence;
    @Autowired DeskSecret secret;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired MockMvc mvc;
    @Autowired ApplicationEventPublisher events;
    @Autowired ReaderTurn turn;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private long arrives(String from, String subject, String text) throws Exception {
        long id = isStored(from, subject, text);
        isRead(id);
        return id;
    }

    private long isStored(String from, String subject, String text) throws Exception {
        return isStored("From: %s\r\nTo: service@localhost\r\nSubject: %s\r\nMessage-ID: <%s@mail.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s"
                .formatted(from, subject, UUID.randomUUID(), text));
    }

    private long isStored(String raw) throws Exception {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        try (SpooledMail mail = SpooledMail.of(new ByteArrayInputStream(bytes), bytes.length, 1_000_000, clock.instant())) {
            takeIn.take(new Place("test", 1, System.nanoTime()), mail);
        }
        return store.latest(null, 1, 0).get(0).id();
    }

    private void isRead(long id) {
        management.executeJob(management.createJobQuery().processInstanceId(flows(id).singleResult().getId()).singleResult().getId());
    }

    private ProcessInstanceQuery flows(long id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey("mail-" + id);
    }

    private TaskQuery tasks(long id) {
        return tasks.createTaskQuery().processInstanceBusinessKey("mail-" + id);
    }

    private void decide(long id, Object... fields) {
        forms.submitTaskForm(tasks(id).singleResult().getId(), FlowDriver.named(fields));
    }

    private static String someone() {
        return "p" + UUID.randomUUID() + "@mail.example";
    }

    @Test
    void an_agent_opens_a_complaint_out_of_unclear_mail() throws Exception {
        long id = arrives(someone(), "你好", "杯子的事情，你们看看。");

        decide(id, "mailDecision", "OPEN", "shop", "某某旗舰店", "mailNote", "");

        InboundMail mail = store.get(id);
        assertThat(mail.state()).isEqualTo(MailState.OPENED);
        assertThat(mail.reason()).isEqualTo(Reason.SAID_COMPLAINT);
        Complaint complaint = complaints.find(mail.caseNumber()).orElseThrow();
        assertThat(complaint.shop()).isEqualTo("某某旗舰店");
        assertThat(complaint.description()).isEqualTo("你好\n\n杯子的事情，你们看看。");
        assertThat(jdbc.sql("select message_id from arrived_mail where case_number = ? and address = ?")
                .params(mail.caseNumber(), mail.sender()).query(String.class).list())
                .as("what we write continues the customer's thread").containsExactly(mail.messageId());
    }

    @Test
    void an_agent_says_to_which_case_a_mail_belongs() throws Exception {
        ComplaintNumber number = cases.recorded();
        long id = arrives(someone(), "补充", "这是补充的说明");

        assertThatThrownBy(() -> decide(id, "mailDecision", "JOIN", "mailCase", "C-20200101-000001")).hasStackTraceContaining("C-20200101-000001");
        assertThat(store.get(id).state()).as("a wrong number keeps the task open").isEqualTo(MailState.ASKED);
        decide(id, "mailDecision", "JOIN", "mailCase", number.value());

        assertThat(store.get(id).state()).isEqualTo(MailState.JOINED);
        assertThat(messages.of(number)).singleElement().matches(message -> !message.verified() && message.text().equals("这是补充的说明"));
    }

    @Test
    void what_a_reviewer_writes_stands_on_the_review_and_its_handler_hears_of_it() throws Exception {
        ReviewNumber number = reviews.arrived();
        long id = arrives(someone(), "评价的事", "请不要再联系我");

        decide(id, "mailDecision", "REVIEW", "mailCase", number.value());

        assertThat(store.get(id)).matches(mail -> mail.state() == MailState.JOINED && mail.reason() == Reason.SAID_REVIEW);
        assertThat(reviews.story(number)).endsWith(ReviewHappening.REVIEWER_WROTE);
        assertThat(reviews.facts(number)).as("where the reviewer is about to be contacted").contains("请不要再联系我", "/mailbox/" + id);
        assertThat(said(number)).isNotEmpty().allMatch(notice -> notice.contains("请不要再联系我"));
        mvc.perform(get("/reviews/" + number).with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("请不要再联系我")))
                .andExpect(content().string(containsString("href=\"/mailbox/" + id + "\"")))
                .andExpect(content().string(not(containsString(store.get(id).sender()))));
    }

    @Test
    void files_of_a_reviewer_are_evidence_of_the_review_even_when_it_is_closed() throws Exception {
        ReviewNumber number = reviews.arrived();
        badReviews.endEarly(number, EarlyEnd.REVIEW_GONE, "买家已自行删除");
        long id = isStored(String.join("\r\n", "From: " + someone(), "To: service@localhost", "Subject: =?utf-8?B?6K+E5Lu3?=",
                "Message-ID: <%s@mail.example>".formatted(UUID.randomUUID()), "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "",
                "--b", "Content-Type: text/plain; charset=utf-8", "", "见附件", "--b", "Content-Type: text/plain; name=bill.txt",
                "Content-Disposition: attachment; filename=bill.txt", "", "paid 399", "--b--", ""));
        isRead(id);

        decide(id, "mailDecision", "REVIEW", "mailCase", number.value());

        assertThat(evidence.of(number.value())).extracting(StoredFile::name).containsExactly("bill.txt");
        assertThat(reviews.story(number)).endsWith(ReviewHappening.REVIEWER_WROTE);
    }

    private List<String> said(ReviewNumber number) {
        return jdbc.sql("select body from customer_update where case_number = ? and kind = 'REVIEWER_WROTE'").param(number.value())
                .query(String.class).list();
    }

    @Test
    void an_agent_reopens_a_closed_case_because_of_a_mail() throws Exception {
        ComplaintNumber number = cases.recorded();
        complaints.endEarly(number, Closing.WITHDRAWN, "客户撤诉");
        long id = arrives(someone(), "还有问题", "又出毛病了");

        assertThatThrownBy(() -> decide(id, "mailDecision", "JOIN", "mailCase", number.value())).hasStackTraceContaining(number.value());
        decide(id, "mailDecision", "REOPEN", "mailCase", number.value(), "mailNote", "客户来信说又坏了，疑似职业打假");

        assertThat(store.get(id).state()).isEqualTo(MailState.JOINED);
        assertThat(complaints.get(number).isClosed()).isFalse();
        assertThat(messages.of(number)).hasSize(1);
        assertThat(updates.of(number.value())).filteredOn(update -> update.key().equals(number + "/REOPENED/1")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("重新开始处理").doesNotContain("职业打假", "您提出的意见");
        assertThat(updates.of(number.value())).filteredOn(update -> update.audience() == Audience.STAFF)
                .extracting(CustomerUpdates.View::text).last().asString().contains("职业打假");
        assertThat(requests.view(number).timeline()).extracting(CustomerView.Line::details).asString().doesNotContain("职业打假");
    }

    @Test
    void task_whose_flow_has_just_gone_on_says_so() {
        assertThatThrownBy(() -> screenMail.notify(mock(DelegateTask.class))).isInstanceOf(OptimisticLockingException.class);
    }

    @Test
    void what_is_no_complaint_is_kept() throws Exception {
        long id = arrives(someone(), "问一下", "周末上班吗");

        decide(id, "mailDecision", "NO_COMPLAINT");

        assertThat(store.get(id)).matches(mail -> mail.state() == MailState.KEPT && mail.reason() == Reason.SAID_NO_COMPLAINT && mail.caseNumber() == null);
    }

    private long answers(String from, String messageId, String text) throws Exception {
        long id = isStored("From: %s\r\nTo: service@localhost\r\nSubject: Re: 投诉\r\nMessage-ID: <%s@mail.example>\r\nIn-Reply-To: %s\r\nReferences: %s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s"
                .formatted(from, UUID.randomUUID(), messageId, messageId, text));
        isRead(id);
        return id;
    }

    private String reminded(String number) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new StaffNoticeDue(number, StaffNotice.REMINDER, "agents", Map.of("task", "诊断问题"))));
        return jdbc.sql("select message_id from customer_update where case_number = ? and kind = 'REMINDER' order by id limit 1").param(number)
                .query(String.class).single();
    }

    private void isOnlyKeptAsAnAnswerToANotice(long id) {
        assertThat(store.get(id)).matches(mail -> mail.state() == MailState.KEPT && mail.reason() == Reason.NOTICE && mail.customerId() == null
                && !mail.verified());
        assertThat(tasks(id).count()).isZero();
    }

    @Test
    void a_colleague_who_answers_a_reminder_is_not_the_customer() throws Exception {
        ComplaintNumber number = cases.recorded();

        isOnlyKeptAsAnAnswerToANotice(answers(someone(), reminded(number.value()), "知道了，我下午要求快递退款"));

        assertThat(messages.of(number)).isEmpty();
    }

    @Test
    void a_colleague_who_answers_a_reminder_about_a_review_is_not_the_reviewer() throws Exception {
        isOnlyKeptAsAnAnswerToANotice(answers(someone(), reminded(reviews.arrived().value()), "已经联系过了"));
    }

    @Test
    void a_colleague_who_answers_notices_in_one_mail_complains_about_nothing() throws Exception {
        String key = "NOTICES-20261123/BUNDLE/" + UUID.randomUUID();
        String bundle = "<" + key.replace('/', '.') + "." + secret.sign("message", key) + "@localhost>";
        String supervisor = someone();

        isOnlyKeptAsAnAnswerToANotice(answers(supervisor, bundle, "这几个投诉先处理，客户要求退款"));

        assertThat(customers.byAddress(supervisor)).isEmpty();
    }

    @Test
    void a_customer_to_whom_a_notice_was_forwarded_is_heard() throws Exception {
        String address = someone();
        customers.register(new Contact("张三", address, null, null));

        long id = answers(address, reminded(cases.recorded().value()), "这不是我说的");

        assertThat(store.get(id)).matches(mail -> mail.state() == MailState.ASKED && mail.reason() == Reason.NOTICE);
    }

    @Test
    void a_forged_notice_proves_nothing() throws Exception {
        long id = answers(someone(), "<NOTICES-20261123.BUNDLE.1.AAAAAAAAAAAAAAAAAAAAAA@localhost>", "酒碎了，要求退款");

        assertThat(store.get(id).state()).isEqualTo(MailState.OPENED);
    }

    @Test
    void two_desks_that_answer_each_other_stop_after_three_cases() throws Exception {
        String desk = someone();
        List<MailState> states = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            states.add(store.get(arrives(desk, "您的投诉已收到 " + i, "退款申请已登记，编号 " + i)).state());
        }
        assertThat(states).containsExactly(MailState.OPENED, MailState.OPENED, MailState.OPENED, MailState.ASKED, MailState.ASKED);
    }

    @Test
    void a_flood_of_one_address_makes_no_more_tasks() throws Exception {
        String desk = someone();
        InboundMail last = null;
        for (int i = 0; i < 21; i++) {
            last = store.get(arrives(desk, "hello " + i, "x " + i));
        }
        assertThat(last.reason()).isEqualTo(Reason.FLOOD);
        assertThat(last.state()).isEqualTo(MailState.KEPT);
    }

    private void erase(String address) {
        events.publishEvent(new CustomerErased(-1, List.of(-1L), List.of(), List.of(new Contact("张三", address, null, null))));
    }

    private void isErased(String address) {
        transaction.executeWithoutResult(status -> erase(address));
    }

    @Test
    void an_erased_person_leaves_no_word_in_the_mailbox() throws Exception {
        String mark = UUID.randomUUID().toString().replace("-", "");
        long id = arrives("张三 <Wang." + mark + "@Mail.Example>", "秘密" + mark, "我的地址是某某路" + mark);
        assertThat(store.get(id).state()).isEqualTo(MailState.ASKED);
        tasks.createComment(tasks(id).singleResult().getId(), null, "问过张三" + mark);
        assertThat(Traces.of(jdbc, List.of(mark))).as("what is shown with the task too").anyMatch(row -> row.contains("act_ru_variable"));

        isErased("wang." + mark + "@mail.example");

        assertThat(store.get(id)).matches(mail -> !mail.rawKept() && mail.sender() == null && mail.subject().isEmpty() && mail.body().isEmpty());
        assertThat(store.piece(id, 0, 100)).isEmpty();
        assertThat(tasks(id).count()).as("nothing is left to decide about").isZero();
        assertThat(flows(id).count()).isZero();
        assertThat(Traces.of(jdbc, List.of(mark))).isEmpty();
        assertThat(store.get(id)).matches(mail -> mail.state() == MailState.KEPT && mail.isForgotten());
        for (String page : List.of("/mailbox", "/mailbox/" + id)) {
            mvc.perform(get(page).with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                    .andExpect(content().string(containsString("发件人的个人信息已按本人要求删除")));
        }
    }

    @Test
    void a_mail_of_an_erased_person_goes_before_it_is_read_and_no_other_does() throws Exception {
        String address = someone();
        long theirs = isStored("张三 <" + address.toUpperCase(Locale.ROOT) + ">", "删除", "请删除我的信息");
        long others = isStored(someone(), "转给你们", "> From: " + address);

        isErased(address);

        assertThat(flows(theirs).count()).isZero();
        assertThat(store.get(theirs)).matches(mail -> mail.isForgotten() && !mail.rawKept());
        isRead(others);
        assertThat(store.get(others).quoted() + store.get(others).body()).contains(address);
    }

    @Test
    void a_notice_that_mail_to_an_erased_person_came_back_goes_too() throws Exception {
        String address = someone();
        customers.register(new Contact("张三", address, null, null));
        long notice = isStored(notice(address));
        isRead(notice);
        assertThat(store.get(notice)).matches(mail -> mail.state() == MailState.ASKED && mail.reason() == Reason.BOUNCE_UNKNOWN);
        long unread = isStored(notice(address));
        long others = isStored(notice("x" + address));
        isRead(others);

        isErased(address);

        assertThat(store.get(notice)).matches(mail -> mail.isForgotten() && !mail.rawKept());
        assertThat(store.get(unread)).matches(mail -> mail.isForgotten() && !mail.rawKept());
        assertThat(tasks(notice).count() + flows(unread).count()).isZero();
        assertThat(store.get(others)).as("somebody whose address ends alike").matches(InboundMail::rawKept);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) > 0 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query(Boolean.class).single();
    }

    private static String notice(String address) {
        return String.join("\r\n", "Return-Path: <>", "From: MAILER-DAEMON@mail.example", "To: service@localhost",
                "Subject: Undelivered Mail Returned to Sender", "Message-ID: <%s@mail.example>".formatted(UUID.randomUUID()),
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "Content-Type: text/plain", "",
                "<%s>: host mail.example said: 550 no such user".formatted(address), "--b", "Content-Type: message/delivery-status", "",
                "Reporting-MTA: dns; mail.example", "", "Final-Recipient: rfc822; " + address, "Action: failed", "Status: 5.1.1", "--b--", "");
    }

    @Test
    void whoever_decides_about_a_mail_while_it_is_erased_finds_the_task_gone() throws Exception {
        String address = someone();
        long id = arrives(address, "你好", "杯子的事情");
        CompletableFuture<Void> decided = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            erase(address);
            decided.completeAsync(() -> {
                decide(id, "mailDecision", "NO_COMPLAINT", "mailNote", "张三问的");
                return null;
            });
            await().until(this::somebodyWaits);
        });

        assertThatThrownBy(decided::join).hasStackTraceContaining("task");
        assertThat(store.get(id)).matches(mail -> mail.isForgotten() && mail.note() == null && mail.decidedBy() == null);
    }

    @Test
    void a_mail_decided_at_the_moment_of_its_erasure_keeps_what_became_of_it() throws Exception {
        String address = someone();
        long id = arrives(address, "你好", "杯子的事情");
        CompletableFuture<Void> erased = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            decide(id, "mailDecision", "NO_COMPLAINT", "mailNote", "张三问的");
            erased.completeAsync(() -> {
                isErased(address);
                return null;
            });
            await().until(this::somebodyWaits);
        });
        erased.join();

        assertThat(store.get(id)).matches(mail -> mail.reason() == Reason.SAID_NO_COMPLAINT && mail.note() == null && mail.sender() == null);
    }

    @Test
    void the_pages_show_hostile_mail_as_text() throws Exception {
        long id = arrives("\"<script>alert(1)</script>\" <" + someone() + ">", "<img src=x onerror=alert(2)>", "<script>alert(3)</script> [[${7*7}]]");

        mvc.perform(get("/mailbox/" + id).with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("<img src=x"))))
                .andExpect(content().string(containsString("[[${7*7}]]")));
        mvc.perform(get("/mailbox").with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("&lt;img src=x")));
        mvc.perform(get("/mailbox/" + id + "/raw.txt").with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/plain"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(content().string(containsString("Message-ID: <")));
        mvc.perform(get("/mailbox/" + id + "/raw.eml").with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
    }

    @Test
    void the_page_shows_what_does_not_fit_and_that_a_mailbox_cannot_be_reached() throws Exception {
        String mailbox = "service@localhost@127.0.0.1/INBOX";
        turn.failed(mailbox, clock.instant(), "connection refused");
        turn.looked(mailbox, clock.instant(), true, "down");
        jdbc.sql("insert into mailbox_finding (mailbox, what, uid, about, since) values (?, 'UNRECORDED', 7, 'a@mail.example: <b>lost</b>', now()), (?, 'TOO_LARGE', 8, 'big', now())")
                .params(mailbox, mailbox).update();
        try {
            mvc.perform(get("/mailbox").with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                    .andExpect(content().string(containsString("在邮箱里，却没有收进来")))
                    .andExpect(content().string(containsString("&lt;b&gt;lost")))
                    .andExpect(content().string(containsString("收信有问题：down")))
                    .andExpect(content().string(containsString("有意留在邮箱里的")));
            mvc.perform(post("/mailbox/compare").with(httpBasic("admin", "demo")).with(csrf())).andExpect(status().is3xxRedirection())
                    .andExpect(flash().attribute("problem", containsString("连不上邮箱")));
            mvc.perform(post("/mailbox/compare").with(httpBasic("admin", "demo"))).andExpect(status().isForbidden());
        } finally {
            jdbc.sql("delete from mailbox_finding where mailbox = ?").param(mailbox).update();
            jdbc.sql("delete from mailbox_reader where mailbox = ?").param(mailbox).update();
        }
    }

    @Test
    void only_who_works_on_cases_reads_mail() throws Exception {
        long id = arrives(someone(), "hi", "x");
        for (String path : List.of("/mailbox", "/mailbox/" + id, "/mailbox/" + id + "/raw.txt", "/mailbox/" + id + "/raw.eml")) {
            mvc.perform(get(path)).andExpect(status().isUnauthorized());
            mvc.perform(get(path).with(user("fay").authorities(new SimpleGrantedAuthority("finance")))).andExpect(status().isForbidden());
            mvc.perform(get(path).with(user("amy").authorities(new SimpleGrantedAuthority("agents")))).andExpect(status().isOk());
        }
        mvc.perform(get("/mailbox/999999999").with(httpBasic("admin", "demo"))).andExpect(status().isNotFound());
    }
}
