package org.complaintdesk.update.delivery;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.update.Updates;
import org.springframework.stereotype.Component;

/** Reminds the agents that a customer is waiting to be told something. */
@Component
class RemindTeller implements JavaDelegate {

    private final TaskReminders reminders;
    private final Updates updates;

    RemindTeller(TaskReminders reminders, Updates updates) {
        this.reminders = reminders;
        this.updates = updates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeliveryVariables variables = DeliveryVariables.read(execution);
        reminders.remind(execution, variables.number(),
                Map.of("problem", updates.byKey(variables.key()).subject()));
    }
}
