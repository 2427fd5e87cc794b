package org.complaintdesk.complaint.matter;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.OutsideMatter;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.deadline.AlarmLevel;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.identity.TaskReminders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reminds whoever sees to a matter that it is due soon, or late; one that outlives its case goes before the next level. */
@Component
class RaiseMatterAlarm implements JavaDelegate {

    private final Complaints complaints;
    private final OutsideMatters matters;
    private final MatterAlarms alarms;
    private final TaskReminders reminders;
    private final Staff staff;
    private final CaseWork work;
    private final ApplicationEventPublisher events;

    RaiseMatterAlarm(Complaints complaints, OutsideMatters matters, MatterAlarms alarms, TaskReminders reminders, Staff staff,
                     CaseWork work, ApplicationEventPublisher events) {
        this.complaints = complaints;
        this.matters = matters;
        this.alarms = alarms;
        this.reminders = reminders;
        this.staff = staff;
        this.work = work;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HandlingVariables variables = HandlingVariables.of(execution);
        Complaint complaint = complaints.get(variables.number());
        OutsideMatter matter = matters.get(variables.number(), variables.matter());
        alarms.raise(complaint, matter.clock()).forEach(alarm -> tell(execution, complaint, matter, alarm));
        if (complaint.isChanged()) {
            complaints.save(complaint);
        }
    }

    private void tell(DelegateExecution execution, Complaint complaint, OutsideMatter matter, RaisedAlarm alarm) {
        Map<String, String> facts = new HashMap<>(work.staffFacts(complaint));
        facts.put("reason", matters.look(matter).title());
        if (alarm.escalates()) {
            String group = group(alarm.level());
            facts.put("dueBy", work.wording().moment(alarm.dueAt()));
            events.publishEvent(new StaffNoticeDue(complaint.number().value(), StaffNotice.ESCALATION, group, facts));
            complaint.remind(matters.look(matter).title(), staff.displayName(group));
        } else {
            reminders.remindAll(execution, complaint.number().value(), alarm.dueAt(), facts)
                    .forEach(reminder -> complaint.remind(reminder.task(), staff.displayName(reminder.recipient())));
        }
    }

    private static String group(AlarmLevel level) {
        return level == AlarmLevel.BREACH_1 ? StaffGroup.SUPERVISORS.id() : StaffGroup.MANAGERS.id();
    }
}
