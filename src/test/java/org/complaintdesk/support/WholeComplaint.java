package org.complaintdesk.support;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/**
 * One ordinary complaint from its arrival until it is closed: taken in, every task claimed and completed by a person who is
 * signed in, through the engine's API, and what it does in jobs. Whoever measures is told each step; what it takes to find
 * tasks and jobs is no part of a step.
 */
@Component
public class WholeComplaint {

    public static final String INTAKE = "intake";
    /** The turn of one mail's job: locked as the job executor does it, then executed. */
    public static final String MAIL = "mail";
    /** The timer after which the customer is asked, three days early. */
    public static final String FOLLOW_UP_DUE = "follow-up falls due";

    private static final Map<String, Set<String>> GROUPS = Map.of("ben", Set.of("agents"), "sue", Set.of("supervisors"),
            "fay", Set.of("finance"));

    /** What happens around each step: {@code step.run()} does it. */
    @FunctionalInterface
    public interface Watch {

        void step(String name, Runnable step);
    }

    /** How it ends: a coupon, the shortest way with six tasks, or a refund, which finance confirms in a seventh. */
    public enum Kind {
        COUPON("LATE_DISPATCH"), REFUND("DAMAGED_IN_TRANSIT");

        private final String category;

        Kind(String category) {
            this.category = category;
        }
    }

    private final Complaints complaints;
    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl configuration;

    WholeComplaint(Complaints complaints, TaskService tasks, FormService forms, RuntimeService runtime,
                   ManagementService management, IdentityService identity, ProcessEngine engine) {
        this.complaints = complaints;
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** @return about an order of its own, by a customer whom the desk does not know yet, as most are */
    public static NewComplaint ofSomebodyNew() {
        long one = ThreadLocalRandom.current().nextLong(100_000_000);
        return new NewComplaint("醉卿酒业旗舰店", Channel.EMAIL, UUID.randomUUID().toString(), "TB%d".formatted(one), Money.of("399"),
                "收到的酒瓶破损，酒都漏光了，外箱也是湿的。", null, "要求退款",
                new Contact("王小明", UUID.randomUUID() + "@example.com", "139%08d".formatted(one), null));
    }

    /** Takes it in and runs all of it, mails after each step as soon as they can go. */
    public ComplaintNumber lives(Kind kind, Watch watch) {
        ComplaintNumber number = arrives(ofSomebodyNew(), watch);
        sendMails(number, watch);
        goesThrough(number, kind, () -> sendMails(number, watch), watch);
        if (!instances(number).isEmpty()) {
            throw new IllegalStateException(number + " has not ended");
        }
        return number;
    }

    public ComplaintNumber arrives(NewComplaint complaint, Watch watch) {
        ComplaintNumber[] number = new ComplaintNumber[1];
        watch.step(INTAKE, () -> number[0] = complaints.register(complaint).number());
        return number[0];
    }

    /**
     * All tasks of a complaint that has just arrived.
     *
     * @param between what is done after each, for example mails sent
     */
    public void goesThrough(ComplaintNumber number, Kind kind, Runnable between, Watch watch) {
        List<Runnable> steps = new ArrayList<>(List.of(
                () -> work("ben", number, "RecordComplaint", watch, "customerName", "王小明"),
                () -> work("ben", number, "DiagnoseProblem", watch, "nextStep", "DIAGNOSED", "category", kind.category,
                        "severity", "P2", "responsibleParty", "COURIER", "priority", 60, "rootCause", "快递分拣时延误，摔落"),
                () -> work("ben", number, "ProposeSolution", watch, "proposalStep", "PROPOSE", "remedy", kind.name(),
                        "amount", 50, "explanation", "经核实，确有此事。"),
                () -> work("ben", number, "RecordCustomerAnswer", watch, "answer", "ACCEPTED"),
                () -> work("ben", number, "ExecuteSolution", watch, "executionNote", "已在后台办理", "executionReference", "RF-1")));
        if (kind == Kind.REFUND) {
            steps.add(() -> work("fay", number, "ConfirmRefund", watch, "refundOutcome", "PAID", "refundAmount", 50,
                    "refundReference", "FIN-1"));
        }
        steps.add(() -> followUpFallsDue(number, watch));
        steps.add(() -> work("ben", number, "FollowUpCustomer", watch, "satisfied", "YES", "score", 5));
        steps.forEach(step -> {
            step.run();
            between.run();
        });
    }

    private void work(String person, ComplaintNumber number, String key, Watch watch, Object... fields) {
        String task = tasks.createTaskQuery().processInstanceBusinessKey(number.value()).taskDefinitionKey(key).list().stream()
                .map(Task::getId).findFirst().orElseThrow(() -> new IllegalStateException("No task " + key + " of " + number));
        List<String> tenants = identity.createTenantQuery().list().stream().map(Tenant::getId).toList();
        try {
            identity.setAuthentication(person, List.copyOf(GROUPS.get(person)), tenants);
            watch.step("claim " + key, () -> tasks.claim(task, person));
            watch.step("complete " + key, () -> forms.submitTaskForm(task, FlowDriver.named(fields)));
        } finally {
            identity.clearAuthentication();
        }
    }

    private void followUpFallsDue(ComplaintNumber number, Watch watch) {
        String job = management.createJobQuery().activityId("FollowUpDue").processInstanceId(instances(number).get(0)).singleResult()
                .getId();
        watch.step(FOLLOW_UP_DUE, () -> turn(job));
    }

    /** Sends what waits in jobs for this complaint, one step each. */
    public void sendMails(ComplaintNumber number, Watch watch) {
        runtime.createProcessInstanceQuery().processDefinitionKey("update-delivery")
                .variableValueEquals("number", number.value()).list().stream()
                .flatMap(delivery -> management.createJobQuery().processInstanceId(delivery.getId()).messages().list().stream())
                .map(Job::getId).forEach(job -> watch.step(MAIL, () -> turn(job)));
    }

    /** As the job executor does it: one transaction that locks the job, one that executes it. */
    private void turn(String job) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            JobEntity due = context.getJobManager().findJobById(job);
            due.setLockOwner("bench");
            due.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + 300_000));
            return null;
        });
        management.executeJob(job);
    }

    private List<String> instances(ComplaintNumber number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value())
                .processDefinitionKey("complaint-handling").list().stream().map(ProcessInstance::getId).toList();
    }
}
