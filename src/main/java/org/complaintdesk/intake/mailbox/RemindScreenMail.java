package org.complaintdesk.intake.mailbox;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.springframework.stereotype.Component;

/** Reminds the agents of a mail that waits to be sorted. */
@Component
class RemindScreenMail implements JavaDelegate {

    private final TaskReminders reminders;
    private final MailFacts facts;

    RemindScreenMail(TaskReminders reminders, MailFacts facts) {
        this.reminders = reminders;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MailVariables mail = MailVariables.read(execution);
        reminders.remind(execution, mail.businessKey(), facts.forColleagues(mail.id()));
    }
}
