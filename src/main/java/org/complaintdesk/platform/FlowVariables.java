package org.complaintdesk.platform;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What every flow does with its variables. */
public final class FlowVariables {

    private FlowVariables() {
    }

    /** Takes out whatever a submitted form or a REST client left behind that the process does not know. */
    public static void removeUnknown(DelegateExecution execution, Set<String> known) {
        execution.getVariableNames().stream().filter(name -> !known.contains(name)).toList()
                .forEach(execution::removeVariable);
    }
}
