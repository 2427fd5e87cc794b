package org.complaintdesk.update.delivery;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

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

    static DeliveryVariables read(DelegateExecution execution) {
        return new DeliveryVariables(execution.getProcessBusinessKey(), (String) execution.getVariable(NUMBER));
    }

    VariableMap forStart() {
        return Variables.createVariables().putValue(NUMBER, number);
    }
}
