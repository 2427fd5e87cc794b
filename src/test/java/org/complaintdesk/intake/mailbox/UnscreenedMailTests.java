package org.complaintdesk.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A mail that a machine cannot judge does not lie until somebody happens to look. */
@DeskTest
@RecordApplicationEvents
class UnscreenedMailTests {

    @Autowired MailStore store;
    @Autowired TakeIn takeIn;
    @Autowired ApplicationEvents published;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService repository;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private final String sender = "p" + UUID.randomUUID() + "@mail.example";
    private String mail;
    private DeploymentWithDefinitions former;

    @AfterEach
    void time_is_what_it_was() {
        ClockUtil.reset();
        if (former != null) {
            repository.deleteDeployment(former.getId(), true);
        }
    }

    @Test
    void agents_are_reminded_and_then_supervisors_hear() throws Exception {
        arrives();
        isRead(flow());
        Date due = task().getDueDate();

        timer("ScreenMailDueSoon");
        assertThat(ClockUtil.getCurrentTime()).isBefore(due);
        assertThat(notices()).extracting(StaffNoticeDue::kind, StaffNoticeDue::recipient)
                .containsExactly(tuple(StaffNotice.REMINDER, "agents"));

        timer("ScreenMailOverdue");
        assertThat(ClockUtil.getCurrentTime()).isAfterOrEqualTo(due);
        assertThat(notices()).extracting(StaffNoticeDue::kind, StaffNoticeDue::recipient)
                .containsExactly(tuple(StaffNotice.REMINDER, "agents"), tuple(StaffNotice.OVERDUE, "supervisors"));
        assertThat(task()).as("the mail still waits").isNotNull();
        assertThat(bodies()).hasSize(2).allSatisfy(body -> assertThat(body).contains("/mailbox/" + mail.substring("mail-".length()), "人工筛选来信",
                "看不出是不是投诉").doesNotContain(sender, "杯子", "mail-"));
    }

    @Test
    void whoever_has_taken_it_is_reminded() throws Exception {
        arrives();
        isRead(flow());
        tasks.claim(task().getId(), "amy");

        timer("ScreenMailDueSoon");

        assertThat(notices()).extracting(StaffNoticeDue::recipient).containsExactly("amy");
    }

    @Test
    void a_reminder_that_comes_when_the_time_is_over_says_so() throws Exception {
        arrives();
        isRead(flow());
        ClockUtil.setCurrentTime(new Date(task().getDueDate().getTime() + 1000));

        management.executeJob(job("ScreenMailDueSoon").getId());

        assertThat(notices()).extracting(StaffNoticeDue::kind).containsExactly(StaffNotice.OVERDUE);
    }

    @Test
    void of_a_mail_that_is_sorted_nobody_is_reminded() throws Exception {
        arrives();
        isRead(flow());

        tasks.complete(task().getId(), Map.of("mailDecision", "NO_COMPLAINT"));

        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(mail).count()).isZero();
        assertThat(management.createJobQuery().activityId("ScreenMailDueSoon").list()).extracting(Job::getProcessInstanceId)
                .doesNotContain(mail);
    }

    @Test
    void a_mail_that_waits_in_the_model_before_is_reminded_of_in_todays() throws Exception {
        arrives();
        String waiting = begunInTheModelBefore();
        isRead(waiting);
        assertThat(management.createJobQuery().processInstanceId(waiting).count()).as("nobody would have been reminded").isZero();

        migrate(waiting);

        timer("ScreenMailDueSoon");
        timer("ScreenMailOverdue");
        assertThat(notices()).extracting(StaffNoticeDue::recipient).containsExactly("agents", "supervisors");
        tasks.complete(task().getId(), Map.of("mailDecision", "NO_COMPLAINT"));
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(waiting).count()).isZero();
    }

    private void arrives() throws Exception {
        byte[] raw = "From: %s\r\nTo: service@localhost\r\nSubject: hello\r\nMessage-ID: <%s@mail.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n杯子的事情，你们看看。"
                .formatted(sender, UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        try (SpooledMail spooled = SpooledMail.of(new ByteArrayInputStream(raw), raw.length, 1_000_000, clock.instant())) {
            takeIn.take(new Place("test", 1, System.nanoTime()), spooled);
        }
        mail = "mail-" + store.latest(null, 1, 0).get(0).id();
    }

    private String flow() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(mail).singleResult().getId();
    }

    private void isRead(String flow) {
        management.executeJob(management.createJobQuery().processInstanceId(flow).messages().singleResult().getId());
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(mail).taskDefinitionKey("ScreenMail").singleResult();
    }

    private Job job(String timer) {
        return management.createJobQuery().processInstanceId(flow()).activityId(timer).singleResult();
    }

    /** Its moment comes. */
    private void timer(String id) {
        Job job = job(id);
        ClockUtil.setCurrentTime(job.getDuedate());
        management.executeJob(job.getId());
    }

    private List<StaffNoticeDue> notices() {
        return published.stream(StaffNoticeDue.class).filter(notice -> notice.caseNumber().equals(mail)).toList();
    }

    private List<String> bodies() {
        return jdbc.sql("select distinct on (kind) subject || body from customer_update where case_number = ?").param(mail).query(String.class).list();
    }

    private String begunInTheModelBefore() throws Exception {
        runtime.deleteProcessInstance(flow(), "begun again in the model before");
        try (InputStream model = new ClassPathResource("migration/intake-mailbox-before-reminders.bpmn").getInputStream()) {
            former = repository.createDeployment().name("before-reminders").addInputStream("before-reminders.bpmn", model).deployWithResult();
        }
        return runtime.startProcessInstanceById(former.getDeployedProcessDefinitions().get(0).getId(), mail).getId();
    }

    /** As whoever operates the desk does after an update: every activity stays the one of the same name. */
    private void migrate(String flow) {
        ProcessDefinition before = former.getDeployedProcessDefinitions().get(0);
        ProcessDefinition today = repository.createProcessDefinitionQuery().processDefinitionKey(MailVariables.PROCESS)
                .orderByProcessDefinitionVersion().desc().list().stream()
                .filter(each -> !each.getId().equals(before.getId())).findFirst().orElseThrow();
        runtime.newMigration(runtime.createMigrationPlan(before.getId(), today.getId()).mapEqualActivities().build())
                .processInstanceIds(flow).execute();
    }
}
