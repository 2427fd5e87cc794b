package org.complaintdesk.update.delivery;

import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.customer.CaseEndedEarly;
import org.complaintdesk.customer.ContactRefused;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.Updates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes back the tasks that ask agents to tell a customer what no longer matters: the case has ended early, or the customer
 * does not want to hear from us. The texts stay on the case.
 */
@Component
class DropWhatNoLongerMatters {

    private final Updates updates;
    private final DoNotContact doNotContact;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    DropWhatNoLongerMatters(Updates updates, DoNotContact doNotContact, RuntimeService runtime, AsSystem asSystem) {
        this.updates = updates;
        this.doNotContact = doNotContact;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @EventListener
    void drop(CaseEndedEarly ended) {
        updates.findByCaseNumberOrderById(ended.caseNumber()).stream()
                .filter(update -> update.isPending() && update.route() == Route.TELL).forEach(this::drop);
    }

    @EventListener
    void drop(ContactRefused refused) {
        updates.findUnaskedToTell().stream().filter(doNotContact::appliesTo).forEach(this::drop);
    }

    private void drop(CustomerUpdate update) {
        update.takeRoute(Route.KEEP);
        updates.save(update);
        asSystem.run(() -> runtime.createMessageCorrelation("CaseEnded").processInstanceBusinessKey(update.key())
                .correlate());
    }
}
