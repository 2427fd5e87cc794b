package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever has the task, or its whole group while nobody has it, that it is due soon. The end event
 * {@code RemindDiagnoseProblem} belongs to the task {@code DiagnoseProblem}.
 */
@Component
class RemindAssignee implements JavaDelegate {

    private static final String PREFIX = "Remind";

    private final Complaints complaints;
    private final TaskService tasks;
    private final Wording wording;
    private final ApplicationEventPublisher events;

    RemindAssignee(Complaints complaints, TaskService tasks, Wording wording, ApplicationEventPublisher events) {
        this.complaints = complaints;
        this.tasks = tasks;
        this.wording = wording;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.get(HandlingVariables.of(execution).number());
        String key = execution.getCurrentActivityId().substring(PREFIX.length());
        tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).taskDefinitionKey(key).list()
                .forEach(task -> remind(complaint, task));
        complaints.save(complaint);
    }

    private void remind(Complaint complaint, Task task) {
        String recipient = task.getAssignee() != null ? task.getAssignee() : groupOf(task);
        Map<String, String> facts = new HashMap<>();
        facts.put("action", task.getName());
        facts.put("problem", complaint.description());
        facts.put("dueBy", wording.moment(task.getDueDate().toInstant()));
        complaint.remind(task.getName(), recipient);
        events.publishEvent(new StaffNoticeDue(complaint.number().value(), StaffNotice.REMINDER, recipient, facts));
    }

    private String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(group -> group != null).findFirst().orElseThrow();
    }
}
