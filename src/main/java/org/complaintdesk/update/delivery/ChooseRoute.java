package org.complaintdesk.update.delivery;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.platform.FlowVariables;
import org.complaintdesk.update.Bundles;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.Updates;
import org.springframework.stereotype.Component;

/** Chooses how this update reaches its reader, and until when it waits when not at once. */
@Component
class ChooseRoute implements JavaDelegate {

    private final Updates updates;
    private final Bundles bundles;
    private final RouteChoice choice;

    ChooseRoute(Updates updates, Bundles bundles, RouteChoice choice) {
        this.updates = updates;
        this.bundles = bundles;
        this.choice = choice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CustomerUpdate update = bundles.ready(DeliveryVariables.read(execution).key());
        RouteChoice.Choice chosen = choice.of(update);
        if (chosen.route() == Route.WAIT) {
            update.waitUntil(chosen.until(), chosen.why());
            execution.setVariable(DeliveryVariables.WAIT_UNTIL, Date.from(chosen.until()));
        } else {
            update.takeRoute(chosen.route());
        }
        updates.save(update);
        bundles.settle(update);
        FlowVariables.passOn(execution, DeliveryVariables.ROUTE, chosen.route().name());
    }
}
