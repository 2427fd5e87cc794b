package org.complaintdesk.complaint.handling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Waiting;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Cases that began before customers could answer themselves are brought to the models in which they can. */
@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigratedCasesTests {

    private static final String BEFORE = "-before";

    @Autowired CaseDriver desk;
    @Autowired CustomerRequests customer;
    @Autowired Complaints complaints;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;

    private Deployment before;

    @BeforeAll
    void deploy_the_models_of_then_beside_todays() throws IOException {
        before = repository.createDeployment().name("before answers")
                .addString("before/handling.bpmn", renamed("complaint-handling"))
                .addString("before/mediation.bpmn", renamed("complaint-mediation")).deploy();
    }

    private static String renamed(String process) throws IOException {
        return new ClassPathResource("migration/" + process + "-before-answers.bpmn").getContentAsString(UTF_8)
                .replace("\"complaint-handling\"", "\"complaint-handling" + BEFORE + "\"")
                .replace("\"complaint-mediation\"", "\"complaint-mediation" + BEFORE + "\"")
                .replace("name=\"ComplaintReceived\"", "name=\"ComplaintReceived" + BEFORE + "\"");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @AfterAll
    void remove_the_models_of_then() {
        repository.deleteDeployment(before.getId(), true);
    }

    @Test
    void case_that_waits_for_an_answer_hears_the_customer() {
        ComplaintNumber number = proposed();

        migrate(number);
        assertThat(customer.accept(number, round(number))).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
    }

    @Test
    void case_that_waits_for_an_answer_reminds_and_ends_its_waiting() {
        ComplaintNumber number = proposed();

        desk.deliver(number);

        migrate(number);
        desk.timePasses(number, Duration.ofDays(7).plusMinutes(1));

        assertThat(desk.story(number)).containsOnlyOnce(Happening.REMINDED_CUSTOMER).contains(Happening.SILENCE);
        assertThat(desk.isOpen(number, "ExecuteSolution")).isTrue();
        assertThat(desk.isOpen(number, "SuperviseOverdueCase")).as("while it waited no time passed").isFalse();
        desk.timePasses(number, Duration.ofHours(25));
        assertThat(desk.isOpen(number, "SuperviseOverdueCase")).as("its escalation goes on").isTrue();
    }

    @Test
    void case_under_supervision_keeps_its_supervisor() {
        ComplaintNumber number = proposed();
        desk.timePasses(number, Duration.ofHours(25));
        assertThat(desk.openTasks(number)).containsExactly("RecordCustomerAnswer", "SuperviseOverdueCase");

        migrate(number);
        desk.complete(number, "SuperviseOverdueCase", "action", "AUTHORISE", "authorisedAmount", 500, "reason", "尽快解决");
        desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");

        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
    }

    @Test
    void case_that_waits_for_evidence_takes_it() {
        ComplaintNumber number = begun();
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 50, "evidenceWanted", "请拍摄瓶身和外箱照片");

        migrate(number);
        assertThat(customer.provideEvidence(number, "照片见附件", List.of(), "e-1")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
    }

    @Test
    void case_in_mediation_hears_whether_the_customer_agrees() {
        ComplaintNumber number = begun();
        desk.diagnose(number);
        desk.complete(number, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "分歧太大");
        desk.complete(number, "HearCustomer", "customerStatement", "酒瓶全碎了");

        migrate(number);
        assertThat(desk.openTasks(number)).containsExactly("HearShop");
        desk.complete(number, "HearShop", "shopStatement", "出库时完好");
        desk.complete(number, "DraftAgreement", "remedy", "REFUND", "amount", 100, "agreementText", "退款 100 元");
        assertThat(customer.agree(number, round(number))).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
    }

    @Test
    void settled_case_can_be_rated_before_and_after_its_follow_up_is_due() {
        ComplaintNumber settled = settled();
        ComplaintNumber followedUp = settled();
        desk.timePasses(followedUp, Duration.ofDays(3).plusMinutes(1));

        migrate(settled);
        migrate(followedUp);
        assertThat(desk.whereItIs(settled)).containsExactly("FollowUpDue");
        assertThat(desk.openTasks(followedUp)).containsExactly("FollowUpCustomer");
        assertThat(management.createJobQuery().processInstanceId(desk.task(followedUp, "FollowUpCustomer").getProcessInstanceId())
                .activityId("FollowUpCustomerOverdue").count()).as("supervisors hear when nobody follows up").isOne();
        assertThat(customer.rate(settled, 5, true, null)).isEqualTo(Answered.DONE);
        assertThat(customer.rate(followedUp, 5, true, null)).isEqualTo(Answered.DONE);

        assertThat(desk.complaint(settled).closing()).isEqualTo(Closing.SATISFIED);
        assertThat(desk.complaint(followedUp).closing()).isEqualTo(Closing.SATISFIED);
    }

    @Test
    void migrated_case_can_still_be_ended_early() {
        ComplaintNumber number = proposed();

        migrate(number);
        complaints.endEarly(number, Closing.WITHDRAWN, "客户来电撤诉");

        assertThat(desk.hasEnded(number)).isTrue();
    }

    /** As the operator's guide describes it. */
    private void migrate(ComplaintNumber number) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list()) {
            ProcessDefinition old = repository.getProcessDefinition(instance.getProcessDefinitionId());
            runtime.newMigration(planFor(old)).processInstanceIds(instance.getId()).execute();
        }
    }

    private MigrationPlan planFor(ProcessDefinition old) {
        String today = repository.createProcessDefinitionQuery().processDefinitionKey(old.getKey().replace(BEFORE, ""))
                .latestVersion().singleResult().getId();
        var plan = runtime.createMigrationPlan(old.getId(), today).mapEqualActivities();
        return old.getKey().startsWith("complaint-mediation") ? plan.build()
                : plan.mapActivities("FollowUpDue", "FollowUpDue").mapActivities("FollowUpCustomer", "FollowUpCustomer")
                        .mapActivities("FollowUpCustomerDueSoon", "FollowUpCustomerDueSoon").build();
    }

    private ComplaintNumber begun() {
        Complaint complaint = complaints.takeDown(CaseDriver.somethingBroken(), null).orElseThrow();
        runtime.createMessageCorrelation("ComplaintReceived" + BEFORE).processInstanceBusinessKey(complaint.number().value())
                .setVariables(HandlingVariables.initial(complaint, "王小明")).correlateStartMessage();
        return complaint.number();
    }

    private ComplaintNumber proposed() {
        ComplaintNumber number = begun();
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        return number;
    }

    private ComplaintNumber settled() {
        ComplaintNumber number = proposed();
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ExecuteSolution", "executionNote", "已退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
        return number;
    }

    private int round(ComplaintNumber number) {
        return complaints.waiting(number).map(Waiting::round).orElseThrow();
    }
}
