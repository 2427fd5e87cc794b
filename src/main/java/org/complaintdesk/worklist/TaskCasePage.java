package org.complaintdesk.worklist;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.platform.AsSystem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * From a task to its case file. Tasklist does not know a task's case before it has loaded the form; this link needs nothing
 * but the task.
 */
@Controller
class TaskCasePage {

    /** The business key of a mail that somebody has to sort, before its id. */
    private static final String MAIL = "mail-";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    TaskCasePage(TaskService tasks, RuntimeService runtime, AsSystem asSystem) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @GetMapping("/work/tasks/{id}/case")
    String caseOf(@PathVariable String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + place(task);
    }

    private String place(Task task) {
        String number = asSystem.call(() -> (String) runtime.getVariable(task.getExecutionId(), "number"));
        if (number != null) {
            return "/cases/" + number;
        }
        String key = asSystem.call(() -> runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId())
                .singleResult().getBusinessKey());
        if (key == null || !key.startsWith(MAIL)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "/mailbox/" + key.substring(MAIL.length());
    }
}
