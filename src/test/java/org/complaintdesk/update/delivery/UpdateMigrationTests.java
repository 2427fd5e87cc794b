package org.complaintdesk.update.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.complaintdesk.customer.CaseEndedEarly;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.RefusingMailServer;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.UpdateState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Deliveries that an earlier version of the model began go on in today's. */
@DeskTest
class UpdateMigrationTests {

    private static final String BEFORE_REFUSALS = "update-delivery-before-refusals";
    private static final String BEFORE_WAITING = "update-delivery-before-waiting";
    private static final String BEFORE_REPORTS = "update-delivery-before-reports";

    @Autowired ApplicationEventPublisher publisher;
    @Autowired TransactionTemplate transaction;
    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired ManagementService management;
    @Autowired RepositoryService repository;
    @Autowired GreenMail mailServer;
    @Autowired JavaMailSenderImpl sender;

    private final String number = "M-" + UUID.randomUUID().toString().substring(0, 12);
    private final String address = UUID.randomUUID() + "@example.com";
    private DeploymentWithDefinitions before;

    @AfterEach
    void takeTheFormerModelAway() {
        if (before != null) {
            repository.deleteDeployment(before.getId(), true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE_REFUSALS, BEFORE_WAITING, BEFORE_REPORTS})
    void mail_that_waits_for_its_job_goes_out(String version) throws Exception {
        due(withAddress(), UpdateKind.PROPOSAL, false);
        String delivery = begunIn(version);
        migrate(delivery);

        sendMail(delivery);

        assertThat(ended(delivery)).isEqualTo("MailSent");
        assertThat(mailServer.getReceivedMessagesForDomain(address)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE_REFUSALS, BEFORE_WAITING, BEFORE_REPORTS})
    void mail_nobody_asked_for_stays_here_when_its_reader_has_refused_contact(String version) throws Exception {
        long customer = withAddress();
        due(customer, UpdateKind.REVIEW_CONTACT, true);
        String delivery = begunIn(version);
        migrate(delivery);
        customers.refuseContact(customer, "不要再联系我");

        sendMail(delivery);

        assertThat(passed(delivery)).contains("ContactRefused");
        assertThat(ended(delivery)).isEqualTo("KeptOnCase");
        assertThat(updates.of(number)).extracting(CustomerUpdates.View::state).containsExactly(UpdateState.KEPT);
        assertThat(mailServer.getReceivedMessagesForDomain(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE_REFUSALS, BEFORE_WAITING, BEFORE_REPORTS})
    void refused_address_becomes_a_task(String version) throws Exception {
        due(withAddress(), UpdateKind.PROPOSAL, false);
        String delivery = begunIn(version);
        migrate(delivery);
        int port = sender.getPort();
        try (RefusingMailServer server = new RefusingMailServer("550 5.1.1 no such user")) {
            sender.setPort(server.port());
            sendMail(delivery);
        } finally {
            sender.setPort(port);
        }

        assertThat(tasks.createTaskQuery().processInstanceId(delivery).singleResult().getTaskDefinitionKey())
                .isEqualTo("TellCustomer");
    }

    @Test
    void mail_waits_in_todays_model_when_its_address_is_busy() throws Exception {
        long customer = withAddress();
        due(customer, UpdateKind.PROPOSAL, false);
        String delivery = begunIn(BEFORE_WAITING);
        migrate(delivery);
        for (int i = 0; i < 5; i++) {
            due(customer, UpdateKind.RESULT, false);
        }
        runtime.createProcessInstanceQuery().variableValueEquals("number", number).list().stream().map(ProcessInstance::getId)
                .filter(other -> !other.equals(delivery)).forEach(this::sendMail);

        sendMail(delivery);

        assertThat(runtime.getActiveActivityIds(delivery)).containsExactly("WaitToSend");
        assertThat(updates.of(number).get(0).route()).isEqualTo(Route.WAIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE_REFUSALS, BEFORE_WAITING, BEFORE_REPORTS})
    void open_task_is_completed_and_still_reminds_and_reports(String version) throws Exception {
        due(withoutAddress(), UpdateKind.PROPOSAL, false);
        String delivery = begunIn(version);
        migrate(delivery);
        assertThat(management.createJobQuery().processInstanceId(delivery).timers().list()).extracting(Job::getJobDefinitionId)
                .as("reminds, and reports what is late").hasSize(2).doesNotHaveDuplicates();

        tasks.complete(tasks.createTaskQuery().processInstanceId(delivery).singleResult().getId(), Map.of("toldVia", "CHAT"));

        assertThat(ended(delivery)).isEqualTo("CustomerInformed");
        assertThat(updates.of(number)).extracting(CustomerUpdates.View::state).containsExactly(UpdateState.TOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {BEFORE_REFUSALS, BEFORE_WAITING, BEFORE_REPORTS})
    void open_task_is_taken_back_when_the_case_ends(String version) throws Exception {
        due(withoutAddress(), UpdateKind.PROPOSAL, false);
        String delivery = begunIn(version);
        migrate(delivery);

        transaction.executeWithoutResult(status -> publisher.publishEvent(new CaseEndedEarly(number)));

        assertThat(ended(delivery)).isEqualTo("NothingToTell");
    }

    private void due(long customer, UpdateKind kind, boolean unasked) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new CustomerUpdateDue(number, "酒仙网", "TMALL", customer, kind, Map.of(), unasked, true)));
    }

    private long withAddress() {
        return customers.register(new Contact("王小明", address, null, null)).id();
    }

    private long withoutAddress() {
        return customers.register(new Contact("王小明", null, "13812345678", "tb_" + address)).id();
    }

    /** The delivery of the case's only update, begun anew in a former version of the model. */
    private String begunIn(String version) throws IOException {
        ProcessInstance today = runtime.createProcessInstanceQuery().variableValueEquals("number", number).singleResult();
        runtime.deleteProcessInstance(today.getId(), "begun again in a former version");
        try (InputStream model = new ClassPathResource("migration/" + version + ".bpmn").getInputStream()) {
            before = repository.createDeployment().name(version).addInputStream(version + ".bpmn", model).deployWithResult();
        }
        return runtime.startProcessInstanceById(before.getDeployedProcessDefinitions().get(0).getId(), today.getBusinessKey(),
                Map.of("number", number)).getId();
    }

    /** As whoever operates the desk does after an update: every activity stays the one of the same name. */
    private void migrate(String delivery) {
        ProcessDefinition former = before.getDeployedProcessDefinitions().get(0);
        ProcessDefinition today = repository.createProcessDefinitionQuery().processDefinitionKey("update-delivery")
                .orderByProcessDefinitionVersion().desc().list().stream()
                .filter(each -> !each.getId().equals(former.getId())).findFirst().orElseThrow();
        runtime.newMigration(runtime.createMigrationPlan(former.getId(), today.getId()).mapEqualActivities().build())
                .processInstanceIds(delivery).execute();
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(delivery).singleResult().getProcessDefinitionId())
                .isEqualTo(today.getId());
    }

    private void sendMail(String delivery) {
        management.executeJob(management.createJobQuery().processInstanceId(delivery).activityId("SendMail").singleResult().getId());
    }

    private List<String> passed(String delivery) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(delivery).orderPartiallyByOccurrence().asc().list()
                .stream().map(each -> each.getActivityId()).toList();
    }

    private String ended(String delivery) {
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(delivery).count()).isZero();
        return history.createHistoricProcessInstanceQuery().processInstanceId(delivery).singleResult().getEndActivityId();
    }
}
