package org.complaintdesk.complaint.correspondence;

import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.handling.CaseStep;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.MissedTimes;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.identity.Staff;
import org.springframework.stereotype.Component;

/**
 * Asks the clock of the answer that the customer waits for what there is to remind of, and reminds whoever has the message
 * to read. A missed answer that the table takes to a higher level is the case's own flow's to tell while it watches over the
 * case; afterwards it is told here.
 */
@Component
class RemindReadCustomerMessage extends CaseStep {

    private final CaseClocks clocks;
    private final TaskReminders reminders;
    private final MissedTimes missed;
    private final Staff staff;

    RemindReadCustomerMessage(CaseWork work, CaseClocks clocks, TaskReminders reminders, MissedTimes missed, Staff staff) {
        super(work);
        this.clocks = clocks;
        this.reminders = reminders;
        this.missed = missed;
        this.staff = staff;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        ClockKey answer = ClockKey.of(complaint.number().value(), ClockName.NEXT_RESPONSE);
        clocks.raise(answer).stream()
                .flatMap(alarm -> reminders.remindOf(alarm, ReadCustomerMessage.KEY::equals, work.staffFacts(complaint)).stream())
                .forEach(reminder -> complaint.remind(reminder.task(), staff.displayName(reminder.recipient()),
                            reminder.missed()));
        if (!complaint.isWatched()) {
            clocks.raiseBreaches(answer, Integer.MAX_VALUE).forEach(alarm -> missed.tell(complaint, alarm));
        }
    }
}
