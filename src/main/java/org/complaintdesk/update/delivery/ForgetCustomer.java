package org.complaintdesk.update.delivery;

import org.camunda.bpm.engine.HistoryService;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.platform.AsSystem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the name of a forgotten customer out of what the engine remembers of their deliveries. */
@Component
class ForgetCustomer {

    private final HistoryService history;
    private final AsSystem asSystem;

    ForgetCustomer(HistoryService history, AsSystem asSystem) {
        this.history = history;
        this.asSystem = asSystem;
    }

    @EventListener
    void forget(CustomerErased customer) {
        asSystem.run(() -> customer.cases().forEach(this::forget));
    }

    private void forget(String caseNumber) {
        history.createHistoricProcessInstanceQuery().processDefinitionKey(DeliveryVariables.PROCESS)
                .variableValueEquals(DeliveryVariables.NUMBER, caseNumber).finished().list().stream()
                .flatMap(delivery -> history.createHistoricVariableInstanceQuery().processInstanceId(delivery.getId())
                        .variableName(DeliveryVariables.CUSTOMER_NAME).list().stream())
                .forEach(name -> history.deleteHistoricVariableInstance(name.getId()));
    }
}
