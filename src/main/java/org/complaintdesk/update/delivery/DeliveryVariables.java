package org.complaintdesk.update.delivery;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.complaintdesk.platform.FlowVariables;

/**
 * What an instance of update-delivery carries.
 *
 * @param key    the update's key, which is the business key
 * @param number the case, so that all deliveries of a case can be found
 */
record DeliveryVariables(String key, String number) {

    static final String PROCESS = "update-delivery";
    static final String NUMBER = "number";
    static final String ROUTE = "route";
    static final String WAIT_UNTIL = "waitUntil";
    static final String CUSTOMER_NAME = "customerName";
    private static final Set<String> KNOWN = Set.of(NUMBER, ROUTE, WAIT_UNTIL, CUSTOMER_NAME);

    static DeliveryVariables read(DelegateExecution execution) {
        return new DeliveryVariables(execution.getProcessBusinessKey(), (String) execution.getVariable(NUMBER));
    }

    /** Whatever a submitted form or a REST client left behind that the process does not know. */
    static void removeUnknown(DelegateExecution execution) {
        FlowVariables.removeUnknown(execution, KNOWN);
    }

    VariableMap forStart() {
        return Variables.createVariables().putValue(NUMBER, number);
    }
}
