package org.complaintdesk.forecast;

import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.casework.CasePriority;
import org.complaintdesk.platform.AsSystem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Puts the open tasks of a case where its risk belongs. */
@Component
class TaskOrder {

    /** The flows whose tasks have the priority of their case; others give their tasks one of their own. */
    private static final String[] FLOWS = {"complaint-handling", "complaint-mediation", "complaint-correspondence"};

    private final TaskService tasks;
    private final AsSystem system;

    TaskOrder(TaskService tasks, AsSystem system) {
        this.tasks = tasks;
        this.system = system;
    }

    /**
     * @param proposed   by triage; null before it
     * @param escalation 0 unless the case was escalated, which counts for more than any forecast
     * @return false when a person worked on a task at this very moment: theirs counts, and this is for another time
     */
    boolean order(String number, Integer proposed, int escalation, int raise) {
        int priority = CasePriority.of(proposed, escalation, raise);
        try {
            system.run(() -> tasks.createTaskQuery().processInstanceBusinessKey(number).processDefinitionKeyIn(FLOWS).list()
                    .stream()
                    .filter(task -> task.getPriority() != priority)
                    .forEach(task -> tasks.setPriority(task.getId(), priority)));
            return true;
        } catch (OptimisticLockingFailureException someone) {
            return false;
        }
    }
}
