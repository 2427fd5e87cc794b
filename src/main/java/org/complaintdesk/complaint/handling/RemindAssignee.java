package org.complaintdesk.complaint.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.identity.Staff;
import org.springframework.stereotype.Component;

/** Reminds of a task of a complaint that is due soon, or became due over night, and notes it on the complaint's timeline. */
@Component
class RemindAssignee implements JavaDelegate {

    private final Complaints complaints;
    private final TaskReminders reminders;
    private final Staff staff;
    private final CaseWork work;

    RemindAssignee(Complaints complaints, TaskReminders reminders, Staff staff, CaseWork work) {
        this.complaints = complaints;
        this.reminders = reminders;
        this.staff = staff;
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = work.complaint(HandlingVariables.of(execution).number());
        reminders.remind(execution, complaint.number().value(), work.staffFacts(complaint))
                .forEach(reminder -> complaint.remind(reminder.task(), staff.displayName(reminder.recipient()),
                            reminder.missed()));
        complaints.save(complaint);
    }
}
