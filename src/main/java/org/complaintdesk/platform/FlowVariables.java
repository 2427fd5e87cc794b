package org.complaintdesk.platform;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What every flow does with its variables. */
public final class FlowVariables {

    private FlowVariables() {
    }

    /** A word for whatever comes next in this transaction, such as a gateway; it is stored nowhere. */
    public static void passOn(DelegateExecution execution, String name, String word) {
        TypedValue present = execution.getVariableTyped(name);
        if (present != null && !present.isTransient()) {
            // A flow that a version before began, or a form, kept it.
            execution.removeVariable(name);
        }
        execution.setVariable(name, Variables.stringValue(word, true));
    }

    /** Takes out whatever a submitted form or a REST client left behind that the process does not know. */
    public static void removeUnknown(DelegateExecution execution, Set<String> known) {
        execution.getVariableNames().stream().filter(name -> !known.contains(name)).toList()
                .forEach(execution::removeVariable);
    }
}
