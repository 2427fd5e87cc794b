package org.complaintdesk.review.handling;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whether somebody supervises the overdue case already: one supervision at a time. */
@Component
class CheckSupervision implements JavaDelegate {

    private final TaskService tasks;

    CheckSupervision(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean open = tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(SuperviseOverdueReview.KEY).count() > 0;
        ReviewVariables.of(execution).supervision(open);
    }
}
