package org.complaintdesk.complaint.handling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Cases that began before the timers asked the clocks, on the model of then and brought to today's. */
@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigratedClocksTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final String THEN = "-before-clocks";
    private static final String TWIN = "-twin";
    private static final String SUPERVISING = "SuperviseOverdueCase";
    private static final List<String> ESCALATION_TIMERS = List.of("SettlementOverdue", "SupervisionOverdue", "StillUnsettled");

    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired CaseClocks clocks;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;

    private final List<Deployment> others = new ArrayList<>();

    @BeforeEach
    void monday() throws IOException {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        if (others.isEmpty()) {
            others.add(repository.createDeployment().name("before clocks")
                    .addString("then/handling.bpmn", renamed(resource("complaint-handling"), THEN))
                    .addString("then/mediation.bpmn", renamed(resource("complaint-mediation"), THEN)).deploy());
            others.add(repository.createDeployment().name("twin")
                    .addString("twin/handling.bpmn", renamed(Files.readString(Path.of("processes/complaint/handling.bpmn")), TWIN))
                    .addString("twin/mediation.bpmn", renamed(Files.readString(Path.of("processes/complaint/mediation.bpmn")), TWIN))
                    .deploy());
        }
    }

    private static String resource(String process) throws IOException {
        return new ClassPathResource("migration/" + process + "-before-clocks.bpmn").getContentAsString(UTF_8);
    }

    private static String renamed(String model, String version) {
        return model.replace("\"complaint-handling\"", "\"complaint-handling" + version + "\"")
                .replace("\"complaint-mediation\"", "\"complaint-mediation" + version + "\"")
                .replace("name=\"ComplaintReceived\"", "name=\"ComplaintReceived" + version + "\"")
                .replace("name=\"ComplaintReopened\"", "name=\"ComplaintReopened" + version + "\"");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @AfterAll
    void remove_the_other_models() {
        others.forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        FlowRecorder.assertEveryFlowTaken(repository, MigratedClocksTests.class, ComplaintHandlingTests.TOGETHER,
                "complaint-handling", "complaint-mediation");
    }

    private ComplaintNumber begun(String version) {
        Complaint complaint = complaints.takeDown(CaseDriver.somethingBroken(), null).orElseThrow();
        runtime.createMessageCorrelation("ComplaintReceived" + version).processInstanceBusinessKey(complaint.number().value())
                .setVariables(HandlingVariables.initial(complaint, "王小明")).correlateStartMessage();
        return complaint.number();
    }

    /** As the operator's guide describes it. */
    private void migrate(ComplaintNumber number) {
        for (ProcessInstance flow : runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list()) {
            ProcessDefinition old = repository.getProcessDefinition(flow.getProcessDefinitionId());
            String today = repository.createProcessDefinitionQuery().processDefinitionKey(old.getKey().replace(THEN, "").replace(TWIN, ""))
                    .latestVersion().singleResult().getId();
            runtime.newMigration(runtime.createMigrationPlan(old.getId(), today).mapEqualActivities().build())
                    .processInstanceIds(flow.getId()).execute();
        }
    }

    private List<Job> timers(ComplaintNumber number, List<String> activities) {
        String flow = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).singleResult().getId();
        return activities.stream().flatMap(activity -> management.createJobQuery().processInstanceId(flow).activityId(activity)
                .list().stream()).toList();
    }

    private ClockView settlement(ComplaintNumber number) {
        return clocks.view(ClockKey.of(number.value(), ClockName.SETTLEMENT)).orElseThrow();
    }

    @Test
    void migrated_case_is_reminded_and_escalated_by_its_clocks() {
        ComplaintNumber number = begun(THEN);
        desk.timePasses(number, Duration.ofHours(1));

        migrate(number);
        assertThat(timers(number, List.of("NextAlarm"))).hasSize(1);
        desk.timePasses(number, Duration.ofHours(24));

        assertThat(desk.story(number)).contains(Happening.REMINDED).containsOnlyOnce(Happening.ESCALATED);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", SUPERVISING);
    }

    @Test
    void timer_of_a_migrated_case_follows_from_then_on() {
        ComplaintNumber number = begun(THEN);
        migrate(number);

        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        desk.deliver(number);
        desk.timePasses(number, Duration.ofHours(30));
        assertThat(desk.story(number)).as("it waits for the customer").doesNotContain(Happening.ESCALATED);
        desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");

        assertThat(timers(number, ESCALATION_TIMERS)).singleElement().extracting(job -> job.getDuedate().toInstant())
                .isEqualTo(settlement(number).dueAt());
    }

    @Test
    void case_under_supervision_then_has_one_escalation_afterwards() {
        ComplaintNumber number = begun(THEN);
        desk.timePasses(number, Duration.ofHours(25));
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", SUPERVISING);
        String supervision = desk.task(number, SUPERVISING).getId();

        migrate(number);
        assertThat(desk.task(number, SUPERVISING).getId()).isEqualTo(supervision);
        desk.timePasses(number, Duration.ofHours(24));

        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", SUPERVISING);
        assertThat(timers(number, ESCALATION_TIMERS)).hasSize(1);
    }

    @Test
    void case_that_was_promised_a_new_time_then_is_watched_on() {
        ComplaintNumber number = begun(THEN);
        desk.timePasses(number, Duration.ofHours(25));
        Instant newTime = MONDAY.plus(Duration.ofHours(40));
        desk.complete(number, SUPERVISING, "action", "EXTEND", "newDueAt", newTime.toString(), "reason", "等待快递核查");

        migrate(number);
        desk.timePasses(number, Duration.ofHours(14));
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        desk.timePasses(number, Duration.ofHours(2));

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", SUPERVISING);
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
    }

    @Test
    void case_that_stays_on_the_model_of_then_still_comes_before_supervisors_and_managers() {
        ComplaintNumber number = begun(THEN);

        desk.timePasses(number, Duration.ofHours(25));
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(1);
        desk.complete(number, SUPERVISING, "action", "AUTHORISE", "authorisedAmount", 500, "reason", "尽快解决");
        desk.timePasses(number, Duration.ofHours(24));

        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
        desk.diagnose(number);
        desk.propose(number, "REFUND", 399);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ExecuteSolution", "executionNote", "已退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 399, "refundReference", "FIN-1");
        assertThat(desk.whereItIs(number)).containsExactly("FollowUpDue");
    }

    @Test
    void watch_that_goes_on_in_a_migrated_case_is_not_doubled() {
        ComplaintNumber number = begun(TWIN);
        desk.timePasses(number, Duration.ofHours(8));
        assertThat(desk.whereItIs(number)).containsOnlyOnce("FurtherAlarm");

        migrate(number);
        assertThat(timers(number, List.of("NextAlarm"))).as("the engine begins a second one").hasSize(1);
        desk.timePasses(number, Duration.ofHours(20));

        assertThat(desk.whereItIs(number)).containsOnlyOnce("FurtherAlarm");
        assertThat(timers(number, List.of("NextAlarm", "FurtherAlarm"))).hasSize(1);
        assertThat(clocks.of(number.value())).flatExtracting(ClockView::alarms).extracting("clock", "level").doesNotHaveDuplicates();
    }
}
