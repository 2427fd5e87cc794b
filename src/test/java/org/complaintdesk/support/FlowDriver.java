package org.complaintdesk.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Drives one case through its flow as people and time would.
 *
 * @param <N> the case's number, which is the flow's business key
 */
public abstract class FlowDriver<N> {

    /** Whoever completes a task here may do so: what is tried out is the flow. */
    private static final List<String> GROUPS = List.of("agents", "supervisors", "finance", "warehouse");

    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private FormService forms;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private ManagementService management;
    @Autowired
    private IdentityService identity;
    @Autowired
    private GreenMail mail;

    public Task task(N number, String key) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(number.toString()).taskDefinitionKey(key).list();
        assertThat(open).as("open tasks %s of %s; open are %s", key, number, openTasks(number)).hasSize(1);
        return open.get(0);
    }

    public boolean isOpen(N number, String key) {
        return openTasks(number).contains(key);
    }

    public List<String> openTasks(N number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number.toString()).list().stream()
                .map(Task::getTaskDefinitionKey).sorted().toList();
    }

    /** @param fields names and values in turn, as a form posts them */
    public void complete(N number, String key, Object... fields) {
        forms.submitTaskForm(task(number, key).getId(), named(fields));
    }

    /** The same at the hand of a person who claims the task first. */
    public void completeAs(String person, N number, String key, Object... fields) {
        String task = task(number, key).getId();
        tasks.setAssignee(task, person);
        try {
            identity.setAuthentication(person, GROUPS, identity.createTenantQuery().list().stream().map(Tenant::getId).toList());
            forms.submitTaskForm(task, named(fields));
        } finally {
            identity.clearAuthentication();
        }
    }

    /** @param process id of the process whose start form an agent fills in */
    protected ProcessInstance start(String process, Object... fields) {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
                .singleResult().getId();
        return forms.submitStartForm(definition, named(fields));
    }

    public static Map<String, Object> named(Object... fields) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put((String) fields[i], fields[i + 1]);
        }
        return named;
    }

    /** Lets time pass and runs what became due for this case, stopping at each timer's own moment. */
    public void timePasses(N number, Duration duration) {
        onlyTimePasses(number, duration);
        deliver(number);
    }

    /** The same, but no mail goes out. */
    public void onlyTimePasses(N number, Duration duration) {
        Instant end = ClockUtil.getCurrentTime().toInstant().plus(duration);
        for (Job job = nextTimer(number, end); job != null; job = nextTimer(number, end)) {
            ClockUtil.setCurrentTime(new Date(Math.max(job.getDuedate().getTime(), ClockUtil.getCurrentTime().getTime())));
            management.executeJob(job.getId());
        }
        ClockUtil.setCurrentTime(Date.from(end));
    }

    private Job nextTimer(N number, Instant end) {
        return instances(number).stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).timers()
                        .duedateLowerThan(Date.from(end.plusMillis(1))).list().stream())
                .min(Comparator.comparing(Job::getDuedate)).orElse(null);
    }

    /** Runs what this case does next in a job of its own. */
    public void goesOn(N number) {
        instances(number).forEach(instance -> management.createJobQuery().processInstanceId(instance.getId()).messages()
                .withRetriesLeft().list().forEach(job -> management.executeJob(job.getId())));
    }

    private List<ProcessInstance> instances(N number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.toString()).list();
    }

    /** Runs the mail jobs of this case. */
    public void deliver(N number) {
        runtime.createProcessInstanceQuery().processDefinitionKey("update-delivery")
                .variableValueEquals("number", number.toString()).list()
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
    public String facts(N number) {
        return shown(number, openTasks(number).get(0), "caseFacts");
    }

    /** @return what the form of this task shows under this name to whoever reads it now; null for nothing */
    public String shown(N number, String key, String name) {
        return (String) forms.getTaskFormVariables(task(number, key).getId(), List.of(name), false).get(name);
    }

    public List<String> whereItIs(N number) {
        return instances(number).stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream()).sorted().toList();
    }

    public boolean hasEnded(N number) {
        return instances(number).isEmpty();
    }
}
