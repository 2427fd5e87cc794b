package org.complaintdesk.casework;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockRow;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.platform.AsSystem;
import org.springframework.stereotype.Component;

/**
 * A task is due at its own time, by the table {@code deadline}, but never later than a running clock that covers it. While a
 * clock makes it due earlier its own time stays with the task, so that it counts again when the clock gets more time.
 */
@Component
public class DueTimes {

    private static final String OWN = "ownDue";

    private final ClockedModels models;
    private final CaseClocks clocks;
    private final TaskService tasks;
    private final AsSystem system;

    DueTimes(ClockedModels models, CaseClocks clocks, TaskService tasks, AsSystem system) {
        this.models = models;
        this.clocks = clocks;
        this.tasks = tasks;
        this.system = system;
    }

    /** @param created a task that has just been created with its own due time */
    public void limit(DelegateTask created, String caseNumber) {
        Set<ClockName> limits = system.call(() -> models.of(created.getProcessDefinitionId())).limits(created.getTaskDefinitionKey());
        if (!limits.isEmpty() && created.getDueDate() != null) {
            Date limited = earliest(created.getDueDate(), limits, clocks.rows(caseNumber));
            if (!limited.equals(created.getDueDate())) {
                created.setVariableLocal(OWN, created.getDueDate());
                created.setDueDate(limited);
            }
        }
    }

    /**
     * @return whether a clock made it due earlier than it would be by itself, and that moment is over: what there was to say
     *         of it, the clock's alarms have said
     */
    boolean isPastByItsClock(Task open, Instant now) {
        Date due = open.getDueDate();
        return due != null && !due.toInstant().isAfter(now)
                && tasks.getVariableLocal(open.getId(), OWN) instanceof Date own && due.before(own);
    }

    /** The clocks of the case have moved, and so may what is due by them. */
    void follow(Task open, List<ClockRow> now) {
        Set<ClockName> limits = models.of(open.getProcessDefinitionId()).limits(open.getTaskDefinitionKey());
        if (limits.isEmpty() || open.getDueDate() == null) {
            return;
        }
        Date kept = (Date) tasks.getVariableLocal(open.getId(), OWN);
        Date own = kept == null ? open.getDueDate() : kept;
        Date limited = earliest(own, limits, now);
        if (kept == null && !limited.equals(own)) {
            tasks.setVariableLocal(open.getId(), OWN, own);
        }
        set(open, limited);
    }

    /** The task has a new due time of its own. */
    void move(Task open, Instant due) {
        set(open, Date.from(due));
        if (tasks.getVariableLocal(open.getId(), OWN) != null) {
            tasks.setVariableLocal(open.getId(), OWN, Date.from(due));
        }
    }

    private void set(Task open, Date due) {
        if (!Objects.equals(open.getDueDate(), due)) {
            open.setDueDate(due);
            tasks.saveTask(open);
        }
    }

    private static Date earliest(Date own, Set<ClockName> limits, List<ClockRow> clocks) {
        return clocks.stream().filter(clock -> clock.state() == ClockState.RUNNING && limits.contains(clock.key().name()))
                .map(clock -> Date.from(clock.dueAt())).filter(own::after).min(Date::compareTo).orElse(own);
    }
}
