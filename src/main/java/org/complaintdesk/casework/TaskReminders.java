package org.complaintdesk.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.roster.Roster;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever has a task that it is due soon, or its group while nobody has it or that person is away. The end event
 * {@code RemindDiagnoseProblem} of any process belongs to the task {@code DiagnoseProblem}.
 */
@Component
public class TaskReminders {

    private static final String PREFIX = "Remind";
    private static final String REPORTED = "Report";
    private static final Duration ONE_AFTER_THE_OTHER = Duration.ofMinutes(1);

    private final TaskService tasks;
    private final DueTimes dueTimes;
    private final Wording wording;
    private final Roster roster;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TaskReminders(TaskService tasks, DueTimes dueTimes, Wording wording, Roster roster, Clock clock,
                  ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.dueTimes = dueTimes;
        this.wording = wording;
        this.roster = roster;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param recipient a user id or a group id
     * @param missed    whether it was not done in time; otherwise it is due soon
     */
    public record Reminder(String task, String recipient, boolean missed) {
    }

    /**
     * Nothing is "due soon" that a clock of the case has found to be late, or whose due time is over by now, after a night or
     * an outage.
     *
     * @param reminding the execution at the end event that reminds
     * @param facts     what the message says besides the task and its due time
     * @return who was reminded of what
     */
    public List<Reminder> remind(DelegateExecution reminding, String caseNumber, Map<String, String> facts) {
        return tasksOf(reminding, PREFIX).stream().filter(task -> !dueTimes.isPastByItsClock(task, clock.instant()))
                .map(task -> remind(task, caseNumber, isLate(task) ? StaffNotice.OVERDUE : StaffNotice.REMINDER, facts)).toList();
    }

    /**
     * Tells a group that a task of a flow without clocks was not done in time. The end event {@code ReportScreenMail} belongs to
     * the task {@code ScreenMail}. Nothing is late for which more time was allowed meanwhile.
     *
     * @param facts what the message says besides the task and its due time
     * @return what was told
     */
    public List<Reminder> report(DelegateExecution reporting, String caseNumber, StaffGroup group, Map<String, String> facts) {
        return tasksOf(reporting, REPORTED).stream().filter(task -> !hasMoreTime(task)).map(task -> {
            tell(task, caseNumber, group.id(), dueAt(task), StaffNotice.OVERDUE, facts);
            return new Reminder(task.getName(), group.id(), true);
        }).toList();
    }

    /** Its timer may have begun a moment before it did. */
    private boolean hasMoreTime(Task task) {
        return task.getDueDate() != null && task.getDueDate().toInstant().isAfter(clock.instant().plus(ONE_AFTER_THE_OTHER));
    }

    /**
     * Reminds of everything that is open on the case because of something else that is due.
     *
     * @param due when that is
     */
    public List<Reminder> remindAll(DelegateExecution reminding, String caseNumber, Instant due, Map<String, String> facts) {
        return tasks.createTaskQuery().processInstanceId(reminding.getProcessInstanceId()).list().stream()
                .map(task -> remind(task, caseNumber, due, StaffNotice.REMINDER, facts)).toList();
    }

    /**
     * Tells whoever has work open on the case that one of its clocks is nearly due, or missed; the agents when nothing is
     * open. A missed one does not wait for the morning.
     *
     * @param concerned by its key, whether whoever has the task is to hear of it
     * @param facts     what the message says; its {@code task} is what is due, the clock itself unless it is given
     * @return who was told of what
     */
    public List<Reminder> remindOf(RaisedAlarm alarm, Predicate<String> concerned, Map<String, String> facts) {
        String number = alarm.clock().caseNumber();
        Map<String, String> all = new HashMap<>(facts);
        String due = all.computeIfAbsent("task", unnamed -> wording.text("clock.of", wording.of(alarm.clock().name())));
        all.put("dueBy", wording.moment(alarm.dueAt()));
        StaffNotice kind = alarm.level().isBreach() ? StaffNotice.OVERDUE : StaffNotice.REMINDER;
        List<String> recipients = tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .filter(task -> concerned.test(task.getTaskDefinitionKey())).map(this::recipient).distinct().toList();
        return (recipients.isEmpty() ? List.of(StaffGroup.AGENTS.id()) : recipients).stream().map(recipient -> {
            events.publishEvent(new StaffNoticeDue(number, kind, recipient, all));
            return new Reminder(due, recipient, alarm.level().isBreach());
        }).toList();
    }

    private List<Task> tasksOf(DelegateExecution execution, String prefix) {
        return tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(execution.getCurrentActivityId().substring(prefix.length())).list();
    }

    private boolean isLate(Task task) {
        return task.getDueDate() != null && task.getDueDate().toInstant().isBefore(clock.instant());
    }

    private Reminder remind(Task task, String caseNumber, StaffNotice kind, Map<String, String> facts) {
        return remind(task, caseNumber, dueAt(task), kind, facts);
    }

    private static Instant dueAt(Task task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant();
    }

    private Reminder remind(Task task, String caseNumber, Instant due, StaffNotice kind, Map<String, String> facts) {
        String recipient = recipient(task);
        tell(task, caseNumber, recipient, due, kind, facts);
        return new Reminder(task.getName(), recipient, kind == StaffNotice.OVERDUE);
    }

    private void tell(Task task, String caseNumber, String recipient, Instant due, StaffNotice kind, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("task", task.getName());
        all.put("dueBy", wording.moment(due));
        events.publishEvent(new StaffNoticeDue(caseNumber, kind, recipient, all, task.getTenantId()));
    }

    private String recipient(Task task) {
        return hasHandler(task) ? task.getAssignee() : groupOf(task);
    }

    private boolean hasHandler(Task task) {
        return task.getAssignee() != null && !roster.isAbsent(task.getAssignee(), clock.instant());
    }

    private String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(Objects::nonNull).findFirst().orElse(StaffGroup.SUPERVISORS.id());
    }
}
