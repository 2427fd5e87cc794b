package org.complaintdesk.platform;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What every flow does with its variables. */
public final class FlowVariables {

    private FlowVariables() {
    }

    /**
     * A word for whatever comes next in this transaction, such as a gateway. It is stored nowhere, unless this flow already
     * stores it, because a version before began it or a form brought it: the engine lets no stored variable become a passing one.
     */
    public static void passOn(DelegateExecution execution, String name, String word) {
        TypedValue present = execution.getVariableTyped(name);
        boolean stored = present != null && !present.isTransient();
        execution.setVariable(name, Variables.stringValue(word, !stored));
    }

    /** Takes out whatever a submitted form or a REST client left behind that the process does not know. */
    public static void removeUnknown(DelegateExecution execution, Set<String> known) {
        execution.getVariableNames().stream().filter(name -> !known.contains(name)).toList()
                .forEach(execution::removeVariable);
    }
}
