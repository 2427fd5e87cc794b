package org.complaintdesk.update.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.customer.CaseEndedEarly;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerTold;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.customer.UpdatesOutdated;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.RefusingMailServer;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.CustomerUpdates.View;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.ToldVia;
import org.complaintdesk.update.UpdateState;
import org.complaintdesk.update.WaitReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@RecordApplicationEvents
class UpdateDeliveryTests {

    private static final String MAILED = "UpdateDue BeforeChoice ChooseRoute HowToTell SendMail MailSent";
    private static final String TOLD = "UpdateDue BeforeChoice ChooseRoute HowToTell TellCustomer CustomerInformed";
    private static final String KEPT = "UpdateDue BeforeChoice ChooseRoute HowToTell KeptOnCase";
    private static final String REFUSED_THEN_TOLD = "UpdateDue BeforeChoice ChooseRoute HowToTell SendMail AddressRejected BeforeChoice ChooseRoute "
            + "HowToTell TellCustomer CustomerInformed";
    private static final String REFUSED_THEN_KEPT = "UpdateDue BeforeChoice ChooseRoute HowToTell SendMail AddressRejected BeforeChoice ChooseRoute "
            + "HowToTell KeptOnCase";

    private static final String REMINDED = "UpdateDue BeforeChoice ChooseRoute HowToTell TellCustomer TellCustomerDueSoon "
            + "RemindTellCustomer";

    private static final String REPORTED = "UpdateDue BeforeChoice ChooseRoute HowToTell TellCustomer TellCustomerOverdue "
            + "ReportTellCustomer";

    private static final String CASE_OVER = "UpdateDue BeforeChoice ChooseRoute HowToTell TellCustomer CaseEndedMeanwhile NothingToTell";

    private static final String REFUSED_CONTACT = "UpdateDue BeforeChoice ChooseRoute HowToTell SendMail ContactRefused BeforeChoice ChooseRoute "
            + "HowToTell KeptOnCase";

    private static final String POSTPONED = "UpdateDue BeforeChoice ChooseRoute HowToTell SendMail NotNow BeforeChoice ChooseRoute HowToTell "
            + "WaitToSend TimeToSend BeforeChoice ChooseRoute HowToTell SendMail MailSent";

    private static final String OUTDATED = "UpdateDue BeforeChoice ChooseRoute HowToTell WaitToSend OutdatedMeanwhile NotSent";

    private static final AtomicInteger CASES = new AtomicInteger(100_000);

    @Autowired ApplicationEventPublisher publisher;
    @Autowired ApplicationEvents published;
    @Autowired TransactionTemplate transaction;
    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired CaseDriver desk;
    @Autowired TellCustomer tellCustomer;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired ManagementService management;
    @Autowired RepositoryService repository;
    @Autowired IdentityService identity;
    @Autowired GreenMail mailServer;
    @Autowired JavaMailSenderImpl sender;

    /** Not a complaint's number: delivery must work for any kind of case. */
    private final String number = "T-20261121-" + CASES.incrementAndGet();
    private final String address = UUID.randomUUID() + "@example.com";
    private int mailPort;

    @BeforeEach
    void rememberTheMailServer() {
        mailPort = sender.getPort();
    }

    @AfterEach
    void useTheMailServerAgain() {
        ClockUtil.reset();
        sender.setPort(mailPort);
    }

    @Test
    void every_node_and_every_flow_lies_on_a_tested_path() {
        BpmnModelInstance model = repository.getBpmnModelInstance(repository.createProcessDefinitionQuery()
                .processDefinitionKey("update-delivery").latestVersion().singleResult().getId());
        TreeSet<String> steps = new TreeSet<>();
        TreeSet<String> nodes = new TreeSet<>();
        for (String path : List.of(MAILED, TOLD, KEPT, REFUSED_THEN_TOLD, REFUSED_THEN_KEPT,
                REMINDED, REPORTED, CASE_OVER, REFUSED_CONTACT, POSTPONED, OUTDATED)) {
            String[] ids = path.split(" ");
            nodes.addAll(Arrays.asList(ids));
            IntStream.range(1, ids.length).forEach(i -> steps.add(ids[i - 1] + " " + ids[i]));
        }
        model.getModelElementsByType(BoundaryEvent.class)
                .forEach(event -> steps.remove(event.getAttachedTo().getId() + " " + event.getId()));

        assertThat(nodes).containsExactlyInAnyOrderElementsOf(
                model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList());
        assertThat(steps).containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> flow.getSource().getId() + " " + flow.getTarget().getId()).toList());
    }

    @Test
    void customer_with_an_address_gets_a_mail() throws Exception {
        due(withAddress(), UpdateKind.PROPOSAL, "TMALL");
        assertThat(mails()).as("mail goes out by a job, not in the case's transaction").isEmpty();
        assertThat(only().state()).isEqualTo(UpdateState.PENDING);

        management.executeJob(job().getId());

        assertPath(MAILED);
        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).getSubject()).isEqualTo("【酒仙网】投诉处理方案 " + number);
        assertThat(only().state()).isEqualTo(UpdateState.SENT);
        assertThat(only().route()).isEqualTo(Route.MAIL);
        assertThat(only().recipient()).startsWith(address.charAt(0) + "***@").doesNotContain(address);
    }

    @Test
    void customer_of_a_case_that_ended_early_need_not_be_told_any_more() {
        due(withoutAddress(), UpdateKind.PROPOSAL, "TMALL");
        Task task = task();

        transaction.executeWithoutResult(status -> publisher.publishEvent(new CaseEndedEarly(number)));

        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult()
                .getEndActivityId()).isEqualTo("NothingToTell");
        assertThat(only().state()).isEqualTo(UpdateState.KEPT);
    }

    @Test
    void customer_who_refuses_contact_gets_nothing_unasked_and_no_agent_calls_them() {
        long customer = withAddress();
        customers.refuseContact(customer, "不要再联系我");

        publish(unasked(customer));

        assertPath(KEPT);
        assertThat(only().state()).isEqualTo(UpdateState.KEPT);
        assertThat(only().text()).contains("想了解一下酒瓶破损的情况");
    }

    @Test
    void customer_who_refuses_contact_still_hears_what_they_asked_for() throws Exception {
        long customer = withAddress();
        customers.refuseContact(customer, "不要再联系我");

        due(customer, UpdateKind.PROPOSAL, "WEB");
        runJobs();

        assertPath(MAILED);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void mail_nobody_asked_for_stays_here_when_its_reader_refuses_contact_before_it_goes_out() throws Exception {
        long customer = withAddress();
        publish(unasked(customer));
        customers.refuseContact(customer, "不要再联系我");

        management.executeJob(job().getId());

        assertPath(REFUSED_CONTACT);
        assertThat(only().state()).isEqualTo(UpdateState.KEPT);
        assertThat(mails()).isEmpty();
    }

    @Test
    void refusal_takes_back_what_an_agent_was_still_to_tell_unasked() {
        long customer = customers.register(new Contact("王小明", null, null, "tb_" + address)).id();
        publish(unasked(customer));
        due(customer, UpdateKind.PROPOSAL, "TMALL");
        assertThat(tasks.createTaskQuery().processVariableValueEquals("number", number).count()).isEqualTo(2);

        customers.refuseContact(customer, "不要再联系我");

        assertThat(updates.of(number)).extracting(View::kind, View::state).containsExactly(
                tuple("REVIEW_CONTACT", UpdateState.KEPT), tuple("PROPOSAL", UpdateState.PENDING));
        assertThat(tasks.createTaskQuery().processVariableValueEquals("number", number).count()).isOne();
    }

    @Test
    void colleagues_read_of_a_review_what_is_one() {
        String review = number.replace("T-", "R-");

        publish(new StaffNoticeDue(review, StaffNotice.ESCALATION, "nobody", Map.of("problem", "味道差，再也不买了")));

        assertThat(updates.of(review)).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("【客户投诉处理】差评超时，请介入 " + review);
            assertThat(notice.text()).contains("评价内容：\n味道差，再也不买了", "/reviews/" + review).doesNotContain("投诉");
        });
    }

    @Test
    void reviewer_reads_why_the_mail_comes() throws Exception {
        String review = number.replace("T-", "R-");
        publish(new CustomerUpdateDue(review, "酒仙网", "TMALL", withAddress(), UpdateKind.REVIEW_CONTACT,
                Map.of("message", "想了解一下酒瓶破损的情况"), true, true));
        management.executeJob(management.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                .variableValueEquals("number", review).singleResult().getId()).singleResult().getId());

        assertThat(mails()).singleElement().satisfies(mail -> assertThat(
                (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent())
                .contains("想了解一下酒瓶破损的情况", "因为您评价了在酒仙网的购物").doesNotContain("投诉"));
    }

    @Test
    void agents_are_reminded_of_a_customer_who_waits_to_be_told() {
        due(withoutAddress(), UpdateKind.PROPOSAL, "TMALL");

        Task task = task();
        timer(task, "TellCustomerDueSoon");

        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(task.getProcessInstanceId())
                .activityId("RemindTellCustomer").finished().count()).isOne();
        assertThat(notices(number)).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo("agents");
            assertThat(notice.kind()).isEqualTo(StaffNotice.REMINDER);
        });
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).as("the task is still open").isOne();
    }

    @ParameterizedTest
    @CsvSource({"T, 投诉已过时限", "R, 差评任务已过时限"})
    void supervisors_hear_of_a_customer_who_was_not_told(String kindOfCase, String subject) {
        String about = number.replace("T-", kindOfCase + "-");
        publish(new CustomerUpdateDue(about, "酒仙网", "TMALL", withoutAddress(), UpdateKind.ANSWER, Map.of(), false, true));
        Task task = tasks.createTaskQuery().processVariableValueEquals("number", about).singleResult();

        timer(task, "TellCustomerOverdue");

        assertThat(ClockUtil.getCurrentTime()).isCloseTo(task.getDueDate(), 1_000);
        assertThat(notices(about)).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo("supervisors");
            assertThat(notice.kind()).isEqualTo(StaffNotice.OVERDUE);
            assertThat(notice.facts()).containsEntry("task", "告知客户");
        });
        assertThat(updates.of(about)).filteredOn(each -> each.audience() == Audience.STAFF).isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.subject()).contains(subject, about));
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).as("the task is still open").isOne();
    }

    @Test
    void a_reminder_that_comes_when_the_time_is_over_says_so() {
        due(withoutAddress(), UpdateKind.PROPOSAL, "TMALL");
        Task task = task();
        ClockUtil.setCurrentTime(new Date(task.getDueDate().getTime() + 1_000));

        management.executeJob(job(task, "TellCustomerDueSoon").getId());

        assertThat(notices(number)).extracting(StaffNoticeDue::kind).containsExactly(StaffNotice.OVERDUE);
    }

    private List<StaffNoticeDue> notices(String about) {
        return published.stream(StaffNoticeDue.class).filter(notice -> notice.caseNumber().equals(about)).toList();
    }

    private Job job(Task task, String timer) {
        return management.createJobQuery().processInstanceId(task.getProcessInstanceId()).activityId(timer).singleResult();
    }

    /** Its moment comes. */
    private void timer(Task task, String id) {
        Job job = job(task, id);
        ClockUtil.setCurrentTime(job.getDuedate());
        management.executeJob(job.getId());
    }

    @Test
    void customer_without_an_address_is_told_by_an_agent() {
        due(withoutAddress(), UpdateKind.PROPOSAL, "TMALL");

        Task task = task();
        assertThat(task.getName()).isEqualTo("告知客户");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).taskCandidateGroup("agents").count()).isOne();
        assertThat(tasks.getVariables(task.getId()))
                .containsEntry("number", number).containsEntry("customerName", "王小明");
        assertThat((String) tasks.getVariable(task.getId(), "readyText"))
                .startsWith("尊敬的王先生/女士：\n\n").contains("- 处理方案：退货退款\n");
        assertThat((String) tasks.getVariable(task.getId(), "tellWhere"))
                .contains("平台聊天 **tb&#95;&#91;wang&#93;**", "电话 **13812345678**");

        tasks.setAssignee(task.getId(), "amy");
        assertThat(tasks.getVariable(task.getId(), "toldVia")).as("one click tells it").isEqualTo("CHAT");
        tasks.complete(task.getId(), Map.of("toldVia", "PHONE", "toldNote", " 客户说周末再答复 "));

        assertPath(TOLD);
        assertThat(only().state()).isEqualTo(UpdateState.TOLD);
        assertThat(only().via()).isEqualTo(ToldVia.PHONE);
        assertThat(only().by()).isEqualTo("amy");
        assertThat(only().note()).isEqualTo("客户说周末再答复");
        assertThat(published.stream(CustomerTold.class).filter(told -> told.caseNumber().equals(number)))
                .containsExactly(new CustomerTold(number, UpdateKind.PROPOSAL, "电话", "客户说周末再答复", "amy"));
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(task.getProcessInstanceId()).list())
                .extracting("name").doesNotContain("readyText", "tellWhere", "toldVia", "toldNote");
    }

    @Test
    void mere_progress_is_only_kept_on_the_case_when_there_is_no_address() {
        due(withoutAddress(), UpdateKind.PROGRESS, "TMALL");

        assertPath(KEPT);
        assertThat(only().state()).isEqualTo(UpdateState.KEPT);
        assertThat(only().route()).isEqualTo(Route.KEEP);
    }

    @Test
    void refused_address_turns_the_mail_into_a_task() throws Exception {
        due(withAddress(), UpdateKind.PROPOSAL, "WEB");
        try (RefusingMailServer server = new RefusingMailServer("550 5.1.1 no such user")) {
            sender.setPort(server.port());
            management.executeJob(job().getId());
        }
        assertThat((String) tasks.getVariable(task().getId(), "tellWhere")).startsWith("客户的邮箱无法收信。");
        assertThat(only().rejection()).contains("550 5.1.1 no such user");
        assertThat(only().state()).isEqualTo(UpdateState.PENDING);

        tasks.complete(task().getId(), Map.of("toldVia", "CHAT"));

        assertPath(REFUSED_THEN_TOLD);
        assertThat(only().state()).isEqualTo(UpdateState.TOLD);
    }

    @Test
    void refused_address_of_what_needs_no_telling_ends_there() throws Exception {
        due(withAddress(), UpdateKind.PROGRESS, "WEB");
        try (RefusingMailServer server = new RefusingMailServer("553 mailbox name not allowed")) {
            sender.setPort(server.port());
            management.executeJob(job().getId());
        }
        assertPath(REFUSED_THEN_KEPT);
        assertThat(only().state()).isEqualTo(UpdateState.REJECTED);
    }

    @Test
    void greylisting_and_refusal_of_our_own_server_are_tried_again() throws Exception {
        due(withAddress(), UpdateKind.PROPOSAL, "WEB");
        for (String reply : List.of("450 4.2.0 greylisted", "550 5.7.1 relaying denied")) {
            try (RefusingMailServer server = new RefusingMailServer(reply)) {
                sender.setPort(server.port());
                assertThatThrownBy(() -> management.executeJob(job().getId())).hasMessageContaining("Failed messages");
            }
        }
        assertThat(job().getRetries()).isEqualTo(4);
        assertThat(only().rejection()).isNull();
    }

    @Test
    void one_address_gets_five_messages_an_hour_and_the_sixth_an_hour_later() throws Exception {
        long customer = withAddress();
        for (int i = 0; i < 6; i++) {
            due(customer, UpdateKind.PROPOSAL, "WEB");
        }
        runJobs();

        assertThat(mails()).hasSize(5);
        View waiting = updates.of(number).stream().filter(each -> each.route() == Route.WAIT).findAny().orElseThrow();
        assertThat(waiting.state()).isEqualTo(UpdateState.PENDING);
        assertThat(waiting.waitReason()).isEqualTo(WaitReason.ADDRESS_BUSY);
        assertThat(waiting.waitUntil()).isBetween(Instant.now().plus(Duration.ofMinutes(58)), Instant.now().plus(Duration.ofMinutes(61)));

        ClockUtil.setCurrentTime(Date.from(waiting.waitUntil().plusSeconds(1)));
        runJobs();
        runJobs();

        assertThat(mails()).hasSize(6);
        assertPath(waiting.key(), POSTPONED);
        assertThat(updates.of(number)).extracting(View::state).containsOnly(UpdateState.SENT);
    }

    @Test
    void someone_elses_address_gets_no_more_than_three() throws Exception {
        long customer = withAddress();
        for (int i = 0; i < 8; i++) {
            publish(new CustomerUpdateDue(number, "酒仙网", "WEB", customer, UpdateKind.ACKNOWLEDGEMENT, Map.of(), false, false));
        }
        runJobs();

        assertThat(mails()).hasSize(3);
        assertThat(updates.of(number)).extracting(View::route).filteredOn(Route.WAIT::equals).hasSize(5);
    }

    @Test
    void limit_is_the_addresss_whatever_the_case_and_the_customer() throws Exception {
        long customer = withAddress();
        long namesake = customers.register(new Contact("李四", address, "13900001111", null)).id();
        for (int i = 0; i < 5; i++) {
            due(customer, UpdateKind.RESULT, "WEB");
        }
        runJobs();

        publish(new CustomerUpdateDue("T-1", "酒仙网", "WEB", namesake, UpdateKind.PROPOSAL, Map.of(), false, true));

        assertThat(updates.of("T-1")).last().extracting(View::route).isEqualTo(Route.WAIT);
        assertThat(mails()).hasSize(5);
    }

    @Test
    void reminder_of_what_was_answered_meanwhile_is_taken_back() throws Exception {
        long customer = withAddress();
        for (int i = 0; i < 5; i++) {
            due(customer, UpdateKind.PROPOSAL, "WEB");
        }
        runJobs();
        due(customer, UpdateKind.CUSTOMER_REMINDER, "WEB");
        String reminder = updates.of(number).get(5).key();

        publish(new UpdatesOutdated(number, Set.of(UpdateKind.CUSTOMER_REMINDER)));

        assertPath(reminder, OUTDATED);
        assertThat(updates.of(number).get(5).state()).isEqualTo(UpdateState.KEPT);
        assertThat(mails()).hasSize(5);
    }

    @Test
    void customers_answer_takes_back_the_reminder_that_still_waits() {
        ComplaintNumber complaint = desk.diagnosed();
        desk.propose(complaint, "REFUND", 99);
        long customer = desk.complaint(complaint).customerId();
        for (int i = 0; i < 3; i++) {
            publish(new CustomerUpdateDue(complaint.value(), "酒仙网", "WEB", customer, UpdateKind.PROGRESS, Map.of(), false, true));
        }
        desk.deliver(complaint);
        publish(new CustomerUpdateDue(complaint.value(), "酒仙网", "WEB", customer, UpdateKind.CUSTOMER_REMINDER, Map.of(), true, true));
        assertThat(updates.of(complaint.value())).last().extracting(View::route).isEqualTo(Route.WAIT);

        desk.complete(complaint, "RecordCustomerAnswer", "answer", "ACCEPTED");

        assertThat(updates.of(complaint.value())).filteredOn(each -> each.kind().equals("CUSTOMER_REMINDER")).singleElement()
                .extracting(View::state).isEqualTo(UpdateState.KEPT);
    }

    @Test
    void case_that_ends_early_takes_back_its_reminders_and_leaves_the_rest_on_its_way() throws Exception {
        long customer = withAddress();
        for (int i = 0; i < 5; i++) {
            due(customer, UpdateKind.PROPOSAL, "WEB");
        }
        runJobs();
        due(customer, UpdateKind.SURVEY, "WEB");
        due(customer, UpdateKind.WITHDRAWN, "WEB");

        publish(new CaseEndedEarly(number));

        assertThat(updates.of(number)).extracting(View::kind, View::state).endsWith(
                tuple("SURVEY", UpdateState.KEPT), tuple("WITHDRAWN", UpdateState.PENDING));
    }

    @Test
    void customer_who_wants_no_surveys_gets_none_and_everything_else() throws Exception {
        long customer = withAddress();
        customers.refuseSurveys(customer);
        due(customer, UpdateKind.SURVEY, "WEB");
        due(customer, UpdateKind.RESULT, "WEB");
        runJobs();

        assertThat(updates.of(number)).extracting(View::state).containsExactly(UpdateState.KEPT, UpdateState.SENT);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void mail_is_not_sent_to_an_address_from_which_mail_came_back() {
        long customer = withAddress();
        customers.addressBounced(address, "no such user");
        due(customer, UpdateKind.PROPOSAL, "WEB");

        assertThat(only().route()).isEqualTo(Route.TELL);
        assertThat(task().getName()).isEqualTo("告知客户");
    }

    @Test
    void stopped_mail_server_delays_the_mail_and_nothing_is_sent_twice() throws Exception {
        due(withAddress(), UpdateKind.RESULT, "JD");
        ServerSetup setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        sender.setPort(setup.getPort());

        assertThatThrownBy(() -> management.executeJob(job().getId()));
        assertThat(job().getRetries()).as("one attempt and five more").isEqualTo(5);
        assertThat(job().getDuedate()).isNotNull();
        assertThat(only().state()).isEqualTo(UpdateState.PENDING);

        GreenMail restarted = new GreenMail(setup);
        restarted.start();
        try {
            management.executeJob(job().getId());
            assertThat(restarted.getReceivedMessages()).hasSize(1);
            assertThat(job()).isNull();
        } finally {
            restarted.stop();
        }
        assertPath(MAILED);
        assertThat(only().state()).isEqualTo(UpdateState.SENT);
    }

    @Test
    void mail_that_keeps_failing_is_an_incident_and_a_retry_sends_it_once() throws Exception {
        due(withAddress(), UpdateKind.RESULT, "JD");
        sender.setPort(freePort());
        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThat(runtime.createIncidentQuery().processInstanceId(instance()).count()).isZero();
            assertThatThrownBy(() -> management.executeJob(job().getId()));
        }
        assertThat(job().getRetries()).isZero();
        assertThat(runtime.createIncidentQuery().processInstanceId(instance()).singleResult().getActivityId())
                .isEqualTo("SendMail");

        sender.setPort(mailPort);
        management.setJobRetries(job().getId(), 1);
        assertThat(runtime.createIncidentQuery().processInstanceId(instance()).count()).isZero();
        management.executeJob(job().getId());

        assertThat(mails()).hasSize(1);
        assertPath(MAILED);
    }

    @Test
    void told_needs_a_way_and_a_short_note_and_the_task_stays_open_otherwise() {
        due(withoutAddress(), UpdateKind.RESULT, "TMALL");
        Task task = task();
        Map<String, Object> noWay = Map.of("toldVia", "", "toldNote", "x");
        Map<String, Object> absurdWay = Map.of("toldVia", 7);
        Map<String, Object> longNote = Map.of("toldVia", "CHAT", "toldNote", "长".repeat(2001));
        Map<String, Object> wrongNote = Map.of("toldVia", "CHAT", "toldNote", List.of("a"));

        assertThatThrownBy(() -> tasks.complete(task.getId(), noWay)).hasStackTraceContaining("告知途径");
        assertThatThrownBy(() -> tasks.complete(task.getId(), absurdWay)).hasStackTraceContaining("告知途径");
        assertThatThrownBy(() -> tasks.complete(task.getId(), longNote)).hasStackTraceContaining("备注");
        assertThatThrownBy(() -> tasks.complete(task.getId(), wrongNote)).hasStackTraceContaining("备注")
                .satisfies(e -> assertThat(rootOf(e)).isInstanceOf(InvalidInput.class));

        assertThat(task().getId()).isEqualTo(task.getId());
        assertThat(only().state()).isEqualTo(UpdateState.PENDING);
    }

    @Test
    void very_long_text_is_shortened_for_the_task_and_kept_whole_on_the_case() {
        String explanation = IntStream.range(0, 40).mapToObj(i -> "情况说明".repeat(12)).reduce("", String::concat);
        String agreement = "约定".repeat(1000);
        publish(new CustomerUpdateDue(number, "酒仙网", "TMALL", withoutAddress(), UpdateKind.AGREEMENT,
                Map.of("agreement", agreement, "remedy", explanation, "next", explanation), false, true));

        assertThat((String) tasks.getVariable(task().getId(), "readyText")).hasSizeLessThanOrEqualTo(4000)
                .endsWith("（内容较长，其余请见案件档案）");
        assertThat(only().text()).contains(agreement).hasSizeGreaterThan(4000);
    }

    @Test
    void every_colleague_of_a_group_gets_a_mail_of_their_own() throws Exception {
        String group = "group" + UUID.randomUUID().toString().replace("-", "");
        identity.saveGroup(identity.newGroup(group));
        String first = colleague(group);
        String second = colleague(group);

        publish(new StaffNoticeDue(number, StaffNotice.ESCALATION, group, Map.of("task", "提出方案")));
        runJobs();

        assertThat(updates.of(number)).extracting(View::state).containsExactly(UpdateState.SENT, UpdateState.SENT);
        assertThat(updates.of(number)).extracting(View::audience).containsOnly(Audience.STAFF);
        assertThat(mailsTo(first)).hasSize(1);
        assertThat(mailsTo(second)).hasSize(1);
        assertThat(mailsTo(first).get(0).getSubject()).isEqualTo("【客户投诉处理】投诉超时，请介入 " + number);
    }

    @Test
    void notice_to_a_colleague_without_an_address_is_only_kept() {
        User unreachable = identity.newUser("user" + UUID.randomUUID().toString().replace("-", ""));
        identity.saveUser(unreachable);
        publish(new StaffNoticeDue(number, StaffNotice.REMINDER, unreachable.getId(), Map.of()));

        assertThat(only().state()).isEqualTo(UpdateState.KEPT);
    }

    @Test
    void refused_address_of_a_colleague_becomes_no_task() throws Exception {
        String group = "group" + UUID.randomUUID().toString().replace("-", "");
        identity.saveGroup(identity.newGroup(group));
        colleague(group);
        publish(new StaffNoticeDue(number, StaffNotice.REOPENED, group, Map.of()));
        try (RefusingMailServer server = new RefusingMailServer("550 unknown")) {
            sender.setPort(server.port());
            runJobs();
        }
        assertThat(only().state()).isEqualTo(UpdateState.REJECTED);
        assertThat(tasks.createTaskQuery().processVariableValueEquals("number", number).count()).isZero();
    }

    @Test
    void case_that_rolls_back_takes_its_update_and_its_delivery_with_it() {
        long customer = withAddress();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            publisher.publishEvent(update(customer, UpdateKind.PROPOSAL, "WEB"));
            throw new IllegalStateException("the case fails");
        })).hasMessage("the case fails");

        assertThat(updates.of(number)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().variableValueEquals("number", number).count()).isZero();
    }

    @Test
    void someone_without_any_right_on_the_process_can_cause_an_update() {
        identity.setAuthenticatedUserId("someone");
        try {
            due(withAddress(), UpdateKind.ACKNOWLEDGEMENT, "WEB");
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("someone");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(only().route()).isEqualTo(Route.MAIL);
    }

    private void due(long customer, UpdateKind kind, String channel) {
        publish(update(customer, kind, channel));
    }

    private CustomerUpdateDue update(long customer, UpdateKind kind, String channel) {
        return new CustomerUpdateDue(number, "酒仙网", channel, customer, kind,
                Map.of("remedy", "退货退款", "orderNumber", "3141592"), false, true);
    }

    private CustomerUpdateDue unasked(long customer) {
        return new CustomerUpdateDue(number, "酒仙网", "TMALL", customer, UpdateKind.REVIEW_CONTACT,
                Map.of("message", "想了解一下酒瓶破损的情况"), true, true);
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(event));
    }

    private long withAddress() {
        return customers.register(new Contact("王小明", address, null, null)).id();
    }

    private long withoutAddress() {
        return customers.register(new Contact("王小明", null, "13812345678", "tb_[wang]")).id();
    }

    private String colleague(String group) {
        String id = "user" + UUID.randomUUID().toString().replace("-", "");
        User user = identity.newUser(id);
        user.setEmail(id + "@example.com");
        identity.saveUser(user);
        identity.createMembership(id, group);
        return user.getEmail();
    }

    private void runJobs() {
        runtime.createProcessInstanceQuery().variableValueEquals("number", number).list().stream()
                .flatMap(each -> management.createJobQuery().processInstanceId(each.getId()).list().stream())
                .forEach(job -> management.executeJob(job.getId()));
    }

    private View only() {
        assertThat(updates.of(number)).hasSize(1);
        return updates.of(number).get(0);
    }

    private String key() {
        return only().key();
    }

    private String instance() {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key()).singleResult().getId();
    }

    private Job job() {
        return management.createJobQuery().processInstanceId(instance()).singleResult();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(key()).singleResult();
    }

    private void assertPath(String path) {
        assertPath(key(), path);
    }

    private void assertPath(String key, String path) {
        HistoricProcessInstance flow = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).singleResult();
        String instance = flow.getId();
        Stream<String> steps = history.createHistoricActivityInstanceQuery().processInstanceId(instance)
                .orderPartiallyByOccurrence().asc().list().stream().map(HistoricActivityInstance::getActivityId);
        List<String> passed = Stream.of(Stream.of(flow.getStartActivityId()), steps, Stream.of(flow.getEndActivityId()))
                .flatMap(each -> each).toList();
        assertThat(passed).as("gateways that choose are no history, its row says how it began and ended").isEqualTo(
                Arrays.stream(path.split(" ")).filter(step -> !Set.of("BeforeChoice", "HowToTell").contains(step)).toList());
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    }

    private List<MimeMessage> mails() throws Exception {
        return mailsTo(address);
    }

    private List<MimeMessage> mailsTo(String recipient) throws Exception {
        return Stream.of(mailServer.getReceivedMessagesForDomain(recipient)).toList();
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void task_whose_flow_has_just_gone_on_says_so() {
        assertThatThrownBy(() -> tellCustomer.notify(mock(DelegateTask.class))).isInstanceOf(OptimisticLockingException.class);
    }
}
