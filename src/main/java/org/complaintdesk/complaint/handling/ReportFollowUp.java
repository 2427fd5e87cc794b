package org.complaintdesk.complaint.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.springframework.stereotype.Component;

/** Tells the supervisors that nobody has asked a customer back, and notes it on the case: once it is settled no clock says so. */
@Component
class ReportFollowUp implements JavaDelegate {

    private final Complaints complaints;
    private final TaskReminders reminders;
    private final Staff staff;
    private final CaseWork work;

    ReportFollowUp(Complaints complaints, TaskReminders reminders, Staff staff, CaseWork work) {
        this.complaints = complaints;
        this.reminders = reminders;
        this.staff = staff;
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = work.complaint(HandlingVariables.of(execution).number());
        reminders.report(execution, complaint.number().value(), StaffGroup.SUPERVISORS, work.staffFacts(complaint))
                .forEach(report -> complaint.remind(report.task(), staff.displayName(report.recipient()), report.missed()));
        complaints.save(complaint);
    }
}
