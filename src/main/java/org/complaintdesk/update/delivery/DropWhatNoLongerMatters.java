package org.complaintdesk.update.delivery;

import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.customer.CaseEndedEarly;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.Updates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes back the tasks that ask agents to tell a customer about a case that has ended early; the texts stay on the case. */
@Component
class DropWhatNoLongerMatters {

    private final Updates updates;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    DropWhatNoLongerMatters(Updates updates, RuntimeService runtime, AsSystem asSystem) {
        this.updates = updates;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @EventListener
    void drop(CaseEndedEarly ended) {
        updates.findByCaseNumberOrderById(ended.caseNumber()).stream()
                .filter(update -> update.isPending() && update.route() == Route.TELL).forEach(this::drop);
    }

    private void drop(CustomerUpdate update) {
        update.takeRoute(Route.KEEP);
        updates.save(update);
        asSystem.run(() -> runtime.createMessageCorrelation("CaseEnded").processInstanceBusinessKey(update.key())
                .correlate());
    }
}
