package org.complaintdesk.casework;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What an escalation carries in the process: the group that supervises, when the case goes before the next level, and
 * the words its gateways read. It is of the escalation alone, so that nothing else sees or changes it.
 */
public final class EscalationVariables {

    /** Their names, for a flow's list of what it knows. */
    public static final Set<String> NAMES = Set.of("watch", "escalationGroup", "nextEscalation", "supervision");

    private final DelegateExecution execution;

    private EscalationVariables(DelegateExecution execution) {
        this.execution = execution;
    }

    public static EscalationVariables of(DelegateExecution execution) {
        return new EscalationVariables(execution);
    }

    void raised(String group, Instant next) {
        execution.setVariableLocal("watch", null);
        execution.setVariableLocal("escalationGroup", group);
        execution.setVariableLocal("nextEscalation", Date.from(next));
        execution.setVariableLocal("supervision", null);
    }

    void supervised(boolean promised, boolean watch, Instant next) {
        execution.setVariable("supervision", promised ? "EXTENDED" : "IN_HAND");
        execution.setVariable("watch", watch ? "ON" : "OFF");
        execution.setVariable("nextEscalation", Date.from(next));
    }
}
