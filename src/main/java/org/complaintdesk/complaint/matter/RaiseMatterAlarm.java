package org.complaintdesk.complaint.matter;

import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.handling.CaseStep;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.MissedTimes;
import org.complaintdesk.deadline.RaisedAlarm;
import org.springframework.stereotype.Component;

/** Reminds whoever sees to a matter that it is due soon, or late; what was missed goes before the people of its level. */
@Component
class RaiseMatterAlarm extends CaseStep {

    private final OutsideMatters matters;
    private final MatterAlarms alarms;
    private final TaskReminders reminders;
    private final MissedTimes missed;

    RaiseMatterAlarm(CaseWork work, OutsideMatters matters, MatterAlarms alarms, TaskReminders reminders, MissedTimes missed) {
        super(work);
        this.matters = matters;
        this.alarms = alarms;
        this.reminders = reminders;
        this.missed = missed;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        alarms.raise(complaint, matters.get(complaint.number(), variables.matter()).clock()).forEach(alarm -> {
            if (alarm.escalates()) {
                missed.tell(complaint, alarm);
            } else {
                remind(complaint, alarm);
            }
        });
    }

    private void remind(Complaint complaint, RaisedAlarm alarm) {
        reminders.remindOf(alarm, SeeToMatter.KEY::equals, missed.facts(complaint, alarm.clock()))
                .forEach(reminder -> missed.note(complaint, alarm, reminder.recipient()));
    }
}
