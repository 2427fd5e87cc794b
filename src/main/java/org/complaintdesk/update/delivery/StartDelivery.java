package org.complaintdesk.update.delivery;

import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.update.UpdateReady;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts update-delivery for every update, in the transaction that stored it. */
@Component
class StartDelivery {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    StartDelivery(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /** The desk itself starts deliveries; nobody needs, and nobody gets, the right to start one. */
    @EventListener
    void start(UpdateReady update) {
        DeliveryVariables variables = new DeliveryVariables(update.key(), update.caseNumber());
        asSystem.run(() -> runtime.startProcessInstanceByKey(DeliveryVariables.PROCESS, variables.key(),
                variables.forStart()));
    }
}
