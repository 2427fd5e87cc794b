package org.complaintdesk.complaint.handling;

import java.util.Map;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.casework.Watches;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.identity.Staff;
import org.springframework.stereotype.Component;

/**
 * Asks the clocks of a case what there is to remind of at this moment: one that is nearly due, or a due moment that was
 * missed and takes the case to no higher level, such as the first response, or the execution when a supervisor has the case
 * already. A timer that comes at a moment when nothing is due reminds nobody.
 */
@Component
class RemindOfDeadline extends CaseStep {

    private final CaseClocks clocks;
    private final OpenSupervision supervision;
    private final TaskReminders reminders;
    private final MissedTimes missed;
    private final Watches watches;
    private final Staff staff;

    RemindOfDeadline(CaseWork work, CaseClocks clocks, OpenSupervision supervision, TaskReminders reminders,
                     MissedTimes missed, Watches watches, Staff staff) {
        super(work);
        this.clocks = clocks;
        this.supervision = supervision;
        this.missed = missed;
        this.reminders = reminders;
        this.watches = watches;
        this.staff = staff;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        String number = complaint.number().value();
        clocks.raiseReminders(number, supervision.level(number)).forEach(alarm -> raise(complaint, alarm));
        if (variables.isSecond(watches, "FurtherAlarm")) {
            variables.escalation().watchedElsewhere();
        } else {
            variables.escalation().watch();
        }
    }

    private void raise(Complaint complaint, RaisedAlarm alarm) {
        if (alarm.escalates()) {
            missed.tell(complaint, alarm);
        } else {
            remind(complaint, alarm);
        }
    }

    private void remind(Complaint complaint, RaisedAlarm alarm) {
        Map<String, String> facts = work.staffFacts(complaint);
        reminders.remindOf(alarm, task -> !SuperviseOverdueCase.KEY.equals(task), facts)
                .forEach(reminder -> complaint.remind(reminder.task(), staff.displayName(reminder.recipient()),
                            reminder.missed()));
    }
}
