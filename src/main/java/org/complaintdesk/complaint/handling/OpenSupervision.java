package org.complaintdesk.complaint.handling;

import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.deadline.SupervisedCases;
import org.complaintdesk.platform.AsSystem;
import org.springframework.stereotype.Component;

/** A complaint is supervised while the task is open; when it is done, the escalation itself watches at every level again. */
@Component
class OpenSupervision implements SupervisedCases {

    private final Complaints complaints;
    private final TaskService tasks;
    private final AsSystem system;

    OpenSupervision(Complaints complaints, TaskService tasks, AsSystem system) {
        this.complaints = complaints;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public int level(String caseNumber) {
        return complaints.find(caseNumber).map(Complaint::escalationLevel)
                .filter(level -> level > 0 && isOpen(caseNumber)).orElse(0);
    }

    private boolean isOpen(String caseNumber) {
        return system.call(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(SuperviseOverdueCase.KEY).count()) > 0;
    }
}
