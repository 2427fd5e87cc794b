package org.complaintdesk.intake.mailbox;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.identity.StaffGroup;
import org.springframework.stereotype.Component;

/** Tells the supervisors of a mail that nobody has sorted in time: it may be a complaint whose clocks do not run yet. */
@Component
class ReportScreenMail implements JavaDelegate {

    private final TaskReminders reminders;
    private final MailFacts facts;

    ReportScreenMail(TaskReminders reminders, MailFacts facts) {
        this.reminders = reminders;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MailVariables mail = MailVariables.read(execution);
        reminders.report(execution, mail.businessKey(), StaffGroup.SUPERVISORS, facts.forColleagues(mail.id()));
    }
}
