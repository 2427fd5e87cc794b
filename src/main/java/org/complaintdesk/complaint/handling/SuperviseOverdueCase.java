package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/**
 * A supervisor, later a manager, sees to an overdue case: takes it over, gives it to someone else, promises the customer
 * a new time, or authorises an amount so that the agent can go on.
 */
@Component
class SuperviseOverdueCase extends CaseTask {

    private static final String KEY = "SuperviseOverdueCase";
    private static final Duration LONGEST_EXTENSION = Duration.ofDays(60);

    /** What the supervisor does. */
    private enum Action {
        TAKE_OVER, REASSIGN, EXTEND, AUTHORISE
    }

    private final TaskService tasks;
    private final Staff staff;
    private final SignedIn signedIn;
    private final Deadlines deadlines;
    private final Clock clock;

    SuperviseOverdueCase(CaseWork work, TaskService tasks, Staff staff, SignedIn signedIn, Deadlines deadlines,
                         Clock clock) {
        super(work);
        this.tasks = tasks;
        this.staff = staff;
        this.signedIn = signedIn;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    protected void opened(Complaint complaint, TaskForm form) {
        form.show("overdueFacts", wording().text("supervise.facts", wording().moment(complaint.settlementDue()),
                wording().of(complaint.stage()), complaint.escalationLevel()));
        form.options("staffOptions", openTasks(complaint).stream().flatMap(this::groups).distinct()
                .flatMap(group -> staff.members(group).stream()).distinct()
                .map(person -> Map.entry(person, staff.displayName(person))).toList());
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        String reason = input.text("reason", 1_000);
        Instant next = deadlines.due("ESCALATION_STEP", complaint.severity(), clock.instant());
        boolean promised = false;
        switch (input.choice("action", Action.class)) {
            case TAKE_OVER -> handOver(complaint, Happening.TAKEN_OVER, signedIn.person().orElse(""), reason);
            case REASSIGN -> handOver(complaint, Happening.REASSIGNED, colleague(complaint, input), reason);
            case AUTHORISE -> complaint.authorise(amount(input), reason);
            case EXTEND -> {
                next = newTime(input);
                complaint.promiseNewTime(next, reason);
                moveDueTimes(complaint, next);
                promised = true;
            }
        }
        variables.supervised(promised, promised || complaint.escalationLevel() == 1, next);
    }

    private void moveDueTimes(Complaint complaint, Instant due) {
        openTasks(complaint).forEach(task -> {
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
        });
    }

    /** Only its own: beside it another task may be open, whose form holds values. */
    @Override
    protected void tidy(HandlingVariables variables) {
        variables.remove(List.of("action", "newAssignee", "newDueAt", "authorisedAmount", "reason"));
    }

    private void handOver(Complaint complaint, Happening what, String person, String reason) {
        openTasks(complaint).forEach(task -> tasks.setAssignee(task.getId(), person));
        complaint.handledBy(person);
        complaint.handOver(what, staff.displayName(person), reason);
    }

    /** Whoever gets the case must be allowed to do what is open on it. */
    private String colleague(Complaint complaint, FormInput input) {
        String person = input.text("newAssignee", 64);
        boolean able = openTasks(complaint).stream()
                .allMatch(task -> groups(task).anyMatch(group -> staff.isMember(person, group)));
        if (!able) {
            throw input.invalid("newAssignee", "supervise.cannot-take", staff.displayName(person));
        }
        return person;
    }

    private Stream<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull);
    }

    private List<Task> openTasks(Complaint complaint) {
        return tasks.createTaskQuery().processInstanceBusinessKey(complaint.number().value()).list().stream()
                .filter(task -> !KEY.equals(task.getTaskDefinitionKey())).toList();
    }

    private static Money amount(FormInput input) {
        Money amount = money(input, "authorisedAmount");
        if (amount == null || amount.isZero()) {
            throw input.invalid("authorisedAmount", "input.missing");
        }
        return amount;
    }

    private Instant newTime(FormInput input) {
        Instant due = input.optionalTime("newDueAt");
        if (due == null) {
            throw input.invalid("newDueAt", "input.missing");
        }
        if (!due.isAfter(clock.instant()) || due.isAfter(clock.instant().plus(LONGEST_EXTENSION))) {
            throw input.invalid("newDueAt", "supervise.time-out-of-range", LONGEST_EXTENSION.toDays());
        }
        return due;
    }
}
