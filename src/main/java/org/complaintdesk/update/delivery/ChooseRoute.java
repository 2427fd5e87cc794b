package org.complaintdesk.update.delivery;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.Updates;
import org.springframework.stereotype.Component;

/** Asks the table update-route how this update reaches its reader. */
@Component
class ChooseRoute implements JavaDelegate {

    private static final String STAFF_NOTICE = "STAFF_NOTICE";

    private final Updates updates;
    private final DecisionTables tables;
    private final DoNotContact doNotContact;

    ChooseRoute(Updates updates, DecisionTables tables, DoNotContact doNotContact) {
        this.updates = updates;
        this.tables = tables;
        this.doNotContact = doNotContact;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CustomerUpdate update = updates.byKey(DeliveryVariables.read(execution).key());
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("doNotContact", doNotContact.appliesTo(update));
        inputs.put("kind", update.audience() == Audience.STAFF ? STAFF_NOTICE : update.kind());
        inputs.put("channel", update.channel());
        inputs.put("hasEmail", update.hasUsableAddress());
        Route route = Route.valueOf((String) tables.evaluate("update-route", inputs).get(0).get("route"));
        update.takeRoute(route);
        updates.save(update);
        execution.setVariable(DeliveryVariables.ROUTE, route.name());
    }
}
