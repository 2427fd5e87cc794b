package org.complaintdesk.casework;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Where the flow of a task stands. */
public final class TaskFlow {

    private TaskFlow() {
    }

    /**
     * @throws OptimisticLockingException when the task was still there as it was read and its flow went on before the rest was:
     *                                    whoever comes second is told so, like everywhere else
     */
    public static DelegateExecution of(DelegateTask task) {
        DelegateExecution flow = task.getExecution();
        if (flow == null) {
            throw new OptimisticLockingException("Task " + task.getId() + " has just been ended by somebody else");
        }
        return flow;
    }
}
