package org.complaintdesk.update.delivery;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.update.Updates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the name of a forgotten customer out of what the engine remembers of their deliveries. */
@Component
class ForgetCustomer {

    private final Updates updates;
    private final HistoryService history;
    private final AsSystem asSystem;

    ForgetCustomer(Updates updates, HistoryService history, AsSystem asSystem) {
        this.updates = updates;
        this.history = history;
        this.asSystem = asSystem;
    }

    @EventListener
    void forget(CustomerErased customer) {
        asSystem.run(() -> customer.cases().forEach(this::forget));
    }

    /** Nothing has been remembered since the desk has a level of history of its own. */
    private void forget(String caseNumber) {
        List<String> keys = updates.keysOf(caseNumber);
        if (keys.isEmpty()) {
            return;
        }
        history.createHistoricProcessInstanceQuery().processDefinitionKey(DeliveryVariables.PROCESS)
                .processInstanceBusinessKeyIn(keys.toArray(String[]::new)).finished().list().stream()
                .flatMap(delivery -> history.createHistoricVariableInstanceQuery().processInstanceId(delivery.getId())
                        .variableName(DeliveryVariables.CUSTOMER_NAME).list().stream())
                .forEach(name -> history.deleteHistoricVariableInstance(name.getId()));
    }
}
