package org.complaintdesk.casework;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.complaintdesk.casework.ClockedModels.ClockedModel;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockRow;
import org.complaintdesk.deadline.ClocksMoved;
import org.complaintdesk.platform.AsSystem;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The timers of a case's flows follow its clocks, and so do the due times of its open tasks. The engine asks the model's
 * expression again, so a diagram and its timers never differ; a timer in front of which nothing lies waits for the year
 * 9999. It happens in the transaction in which the clocks moved, after the engine has written the timers that were created
 * in it.
 */
@Component
public class CaseTimers {

    private final CaseFlows flows;
    private final ClockedModels models;
    private final DueTimes dueTimes;
    private final CaseClocks clocks;
    private final JobPriority priorities;
    private final AsSystem system;

    CaseTimers(CaseFlows flows, ClockedModels models, DueTimes dueTimes, CaseClocks clocks, JobPriority priorities, AsSystem system) {
        this.flows = flows;
        this.models = models;
        this.dueTimes = dueTimes;
        this.clocks = clocks;
        this.priorities = priorities;
        this.system = system;
    }

    @EventListener
    void on(ClocksMoved moved) {
        try {
            follow(moved.caseNumber());
        } catch (OptimisticLockingFailureException overtaken) {
            throw inJob() && overtaken.getCause() instanceof OptimisticLockingException engines ? engines : overtaken;
        }
    }

    /**
     * Brings the timers and due times of a case where its clocks are; nothing changes when they are there already.
     *
     * @throws OptimisticLockingFailureException when one of them fires at this very moment
     */
    public void follow(String caseNumber) {
        system.run(() -> {
            flows.flows(caseNumber).forEach(this::follow);
            List<TaskEntity> open = flows.tasks(caseNumber);
            if (!open.isEmpty()) {
                List<ClockRow> now = clocks.rows(caseNumber);
                open.forEach(task -> dueTimes.follow(task, now));
            }
        });
    }

    private void follow(ExecutionEntity flow) {
        ClockedModel model = models.of(flow.getProcessDefinitionId());
        if (model.timers().isEmpty()) {
            return;
        }
        long priority = priorities.of((String) flow.getVariable("severity"));
        for (TimerEntity timer : flows.timers(flow)) {
            if (model.timers().contains(timer.getJobDefinitionId())) {
                recalculate(timer);
            }
            timer.setPriority(priority);
        }
    }

    /** What the engine's own command does for one timer, which reads everything anew for each and writes it in any case. */
    private static void recalculate(TimerEntity timer) {
        ExecutionEntity scope = timer.getExecution();
        if (scope == null) {
            throw new OptimisticLockingException("The timer " + timer.getId() + " has just fired");
        }
        Date before = timer.getDuedate();
        ScopeImpl waiting = scope.getProcessDefinition().findActivity(timer.getActivityId()).getEventScope();
        TimerDeclarationImpl.getDeclarationsForScope(waiting).get(timer.getActivityId()).resolveAndSetDuedate(scope, timer, false);
        if (before != null && before.getTime() == timer.getDuedate().getTime()) {
            timer.setDuedate(before);
        }
    }

    /** Its failures must be the engine's own, else they count against the job. */
    private static boolean inJob() {
        return Context.getJobExecutorContext() != null;
    }
}
