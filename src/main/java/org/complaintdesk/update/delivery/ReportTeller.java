package org.complaintdesk.update.delivery;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.update.Updates;
import org.springframework.stereotype.Component;

/** Tells the supervisors that a customer has not been told: of a case that is settled or closed no clock says so. */
@Component
class ReportTeller implements JavaDelegate {

    private final TaskReminders reminders;
    private final Updates updates;

    ReportTeller(TaskReminders reminders, Updates updates) {
        this.reminders = reminders;
        this.updates = updates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeliveryVariables variables = DeliveryVariables.read(execution);
        reminders.report(execution, variables.number(), StaffGroup.SUPERVISORS,
                Map.of("problem", updates.byKey(variables.key()).subject()));
    }
}
