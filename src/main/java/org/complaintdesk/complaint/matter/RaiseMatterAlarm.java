package org.complaintdesk.complaint.matter;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.casework.Escalation;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.handling.CaseStep;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.identity.Staff;
import org.springframework.stereotype.Component;

/** Reminds whoever sees to a matter that it is due soon, or late; one that outlives its case goes before the next level. */
@Component
class RaiseMatterAlarm extends CaseStep {

    private final OutsideMatters matters;
    private final MatterAlarms alarms;
    private final TaskReminders reminders;
    private final Escalation escalation;
    private final Staff staff;

    RaiseMatterAlarm(CaseWork work, OutsideMatters matters, MatterAlarms alarms, TaskReminders reminders, Escalation escalation,
                     Staff staff) {
        super(work);
        this.matters = matters;
        this.alarms = alarms;
        this.reminders = reminders;
        this.escalation = escalation;
        this.staff = staff;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        alarms.raise(complaint, matters.get(complaint.number(), variables.matter()).clock()).forEach(alarm -> tell(complaint, alarm));
    }

    private void tell(Complaint complaint, RaisedAlarm alarm) {
        Map<String, String> facts = new HashMap<>(work.staffFacts(complaint));
        if (!alarm.escalates()) {
            reminders.remindOf(alarm, SeeToMatter.KEY::equals, facts)
                    .forEach(reminder -> complaint.remind(reminder.task(), staff.displayName(reminder.recipient()),
                            reminder.missed()));
            return;
        }
        String clock = wording().text("clock.of", wording().of(alarm.clock().name()));
        facts.put("task", clock);
        facts.put("dueBy", wording().moment(alarm.dueAt()));
        complaint.remind(clock, staff.displayName(escalation.tell(alarm, facts)), true);
    }
}
