package org.complaintdesk.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/** Drives one complaint through its flow as people and time would. */
@Component
public class CaseDriver {

    private final Complaints complaints;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FormService forms;
    private final RepositoryService repository;
    private final ManagementService management;
    private final IdentityService identity;
    private final GreenMail mail;

    CaseDriver(Complaints complaints, TaskService tasks, RuntimeService runtime, FormService forms,
               RepositoryService repository, ManagementService management, IdentityService identity, GreenMail mail) {
        this.complaints = complaints;
        this.tasks = tasks;
        this.runtime = runtime;
        this.forms = forms;
        this.repository = repository;
        this.management = management;
        this.identity = identity;
        this.mail = mail;
    }

    /** A complaint as it arrives, about something broken in an order of 399 yuan, from a customer with an address. */
    public static NewComplaint somethingBroken() {
        return new NewComplaint("醉卿酒业旗舰店", Channel.EMAIL, UUID.randomUUID().toString(), "TB20261121001",
                Money.of("399"), "收到的酒瓶破损，酒都漏光了，外箱也是湿的。", null, "要求退款",
                new Contact("王小明", UUID.randomUUID() + "@example.com", "13800005678", null));
    }

    public ComplaintNumber arrives(NewComplaint complaint) {
        return complaints.register(complaint).number();
    }

    /** Arrived, completed, and waiting for its diagnosis. */
    public ComplaintNumber recorded() {
        return recorded(somethingBroken());
    }

    public ComplaintNumber recorded(NewComplaint complaint) {
        ComplaintNumber number = arrives(complaint);
        complete(number, "RecordComplaint", "customerName", complaint.customer().name(), "email",
                complaint.customer().email(), "phone", complaint.customer().phone());
        return number;
    }

    public ComplaintNumber diagnosed() {
        ComplaintNumber number = recorded();
        diagnose(number);
        return number;
    }

    public void diagnose(ComplaintNumber number) {
        diagnose(number, "DAMAGED_IN_TRANSIT");
    }

    private void diagnose(ComplaintNumber number, String category) {
        complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", category, "severity", "P2",
                "responsibleParty", "COURIER", "priority", 60, "rootCause", "快递分拣时摔落");
    }

    /** Proposed within the agent's authority and accepted by the customer. */
    public ComplaintNumber accepted(String remedy, Object amount) {
        return accepted(remedy, "DAMAGED_IN_TRANSIT", amount);
    }

    public ComplaintNumber accepted(String remedy, String category, Object amount) {
        ComplaintNumber number = recorded();
        diagnose(number, category);
        propose(number, remedy, amount);
        if (isOpen(number, "ApproveSolution")) {
            complete(number, "ApproveSolution", "approval", "APPROVE");
        }
        complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        return number;
    }

    public void propose(ComplaintNumber number, String remedy, Object amount) {
        complete(number, "ProposeSolution", "proposalStep", "PROPOSE", "remedy", remedy, "amount", amount, "explanation",
                "经核实，商品在运输途中破损。");
    }

    /** Accepted, refunded and confirmed: waiting for the follow-up. */
    public ComplaintNumber settled() {
        ComplaintNumber number = accepted("REFUND", 99);
        complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
        return number;
    }

    public Task task(ComplaintNumber number, String key) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(number.value()).taskDefinitionKey(key).list();
        assertThat(open).as("open tasks %s of %s; open are %s", key, number, openTasks(number)).hasSize(1);
        return open.get(0);
    }

    public boolean isOpen(ComplaintNumber number, String key) {
        return openTasks(number).contains(key);
    }

    public List<String> openTasks(ComplaintNumber number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .map(Task::getTaskDefinitionKey).sorted().toList();
    }

    /** @param fields names and values in turn, as a form posts them */
    public void complete(ComplaintNumber number, String key, Object... fields) {
        forms.submitTaskForm(task(number, key).getId(), named(fields));
    }

    /** The same at the hand of a person who claims the task first. */
    public void completeAs(String person, ComplaintNumber number, String key, Object... fields) {
        String task = task(number, key).getId();
        tasks.setAssignee(task, person);
        try {
            identity.setAuthentication(person, null);
            forms.submitTaskForm(task, named(fields));
        } finally {
            identity.clearAuthentication();
        }
    }

    public ProcessInstance takeDown(Object... fields) {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey("complaint-handling")
                .latestVersion().singleResult().getId();
        return forms.submitStartForm(definition, named(fields));
    }

    public static Map<String, Object> named(Object... fields) {
        Map<String, Object> named = new java.util.HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put((String) fields[i], fields[i + 1]);
        }
        return named;
    }

    /** Lets time pass and runs what became due for this case, stopping at each timer's own moment. */
    public void timePasses(ComplaintNumber number, Duration duration) {
        Instant end = ClockUtil.getCurrentTime().toInstant().plus(duration);
        for (Job job = nextTimer(number, end); job != null; job = nextTimer(number, end)) {
            ClockUtil.setCurrentTime(new Date(Math.max(job.getDuedate().getTime(), ClockUtil.getCurrentTime().getTime())));
            management.executeJob(job.getId());
        }
        ClockUtil.setCurrentTime(Date.from(end));
        deliver(number);
    }

    private Job nextTimer(ComplaintNumber number, Instant end) {
        return instances(number).stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).timers()
                        .duedateLowerThan(Date.from(end.plusMillis(1))).list().stream())
                .min(java.util.Comparator.comparing(Job::getDuedate)).orElse(null);
    }

    private List<ProcessInstance> instances(ComplaintNumber number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list();
    }

    /** Runs the mail jobs of this case. */
    public void deliver(ComplaintNumber number) {
        runtime.createProcessInstanceQuery().processDefinitionKey("update-delivery")
                .variableValueEquals("number", number.value()).list()
                .forEach(delivery -> management.createJobQuery().processInstanceId(delivery.getId()).withRetriesLeft()
                        .list().forEach(job -> management.executeJob(job.getId())));
    }

    /** @return the subjects of what the customer got by mail, oldest first */
    public List<String> mails(String address) {
        return Arrays.stream(mail.getReceivedMessages()).filter(message -> isTo(message, address)).map(message -> {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the facts at the top of the first open task's form */
    public String facts(ComplaintNumber number) {
        return (String) tasks.getVariable(task(number, openTasks(number).get(0)).getId(), "caseFacts");
    }

    public Complaint complaint(ComplaintNumber number) {
        return complaints.get(number);
    }

    public List<Happening> story(ComplaintNumber number) {
        return complaints.story(complaint(number)).stream().map(CaseEvent::what).toList();
    }

    public List<String> whereItIs(ComplaintNumber number) {
        return instances(number).stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream()).sorted().toList();
    }

    public boolean hasEnded(ComplaintNumber number) {
        return instances(number).isEmpty();
    }
}
