package org.complaintdesk.update.delivery;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.complaintdesk.update.UpdateReady;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts update-delivery for every update, in the transaction that stored it. */
@Component
class StartDelivery {

    private final RuntimeService runtime;
    private final IdentityService identity;

    StartDelivery(RuntimeService runtime, IdentityService identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    /** The desk itself starts deliveries; nobody needs, and nobody gets, the right to start one. */
    @EventListener
    void start(UpdateReady update) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            DeliveryVariables variables = new DeliveryVariables(update.key(), update.caseNumber());
            runtime.startProcessInstanceByKey(DeliveryVariables.PROCESS, variables.key(), variables.forStart());
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
        }
    }
}
