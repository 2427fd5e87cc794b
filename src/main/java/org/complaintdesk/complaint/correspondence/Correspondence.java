package org.complaintdesk.complaint.correspondence;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.LetterArrived;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.AsSystem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what arrives before a colleague: with the letters of the case that are being read, or else on its own. */
@Component
class Correspondence {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsSystem system;
    private final Complaints complaints;
    private final Customers customers;
    private final UnreadLetters letters;

    Correspondence(RuntimeService runtime, TaskService tasks, AsSystem system, Complaints complaints, Customers customers,
                   UnreadLetters letters) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
        this.complaints = complaints;
        this.customers = customers;
        this.letters = letters;
    }

    @EventListener
    void on(LetterArrived arrived) {
        system.run(() -> {
            List<Task> reading = tasks.createTaskQuery().processInstanceBusinessKey(arrived.number().value())
                    .taskDefinitionKey(ReadCustomerMessage.KEY).list();
            reading.forEach(task -> add(arrived.number(), task));
            if (reading.isEmpty()) {
                begin(complaints.get(arrived.number()));
            }
        });
    }

    private void begin(Complaint complaint) {
        runtime.createMessageCorrelation("CustomerWrote").processInstanceBusinessKey(complaint.number().value())
                .setVariables(HandlingVariables.initial(complaint, customers.byId(complaint.customerId()).name()))
                .correlateStartMessage();
    }

    private void add(ComplaintNumber number, Task task) {
        UnreadLetters.Shown shown = letters.show(number);
        tasks.setVariableLocal(task.getId(), ReadCustomerMessage.LETTERS, shown.markdown());
        runtime.setVariable(task.getExecutionId(), ReadCustomerMessage.SHOWN, shown.count());
    }
}
