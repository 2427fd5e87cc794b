package org.complaintdesk.casework;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.complaintdesk.identity.StaffGroup;

/**
 * What an escalation carries in the process: the group that supervises, the level it has reached, when the case goes before
 * the next one, and the words its gateways read. It is of the escalation alone, so that nothing else sees or changes it.
 */
public final class EscalationVariables {

    /** Their names, for a flow's list of what it knows. */
    public static final Set<String> NAMES = Set.of("watch", "escalationGroup", "escalationLevel", "nextEscalation", "supervision");

    private static final String OPEN = "OPEN";
    private static final String EXTENDED = "EXTENDED";

    private final DelegateExecution execution;

    private EscalationVariables(DelegateExecution execution) {
        this.execution = execution;
    }

    public static EscalationVariables of(DelegateExecution execution) {
        return new EscalationVariables(execution);
    }

    /** @return the shop that limits who sees the case; null when everyone sees it */
    String shop() {
        return execution.getTenantId();
    }

    void raised(int level, String group, Instant next) {
        execution.setVariableLocal("watch", null);
        execution.setVariableLocal("escalationGroup", group);
        execution.setVariableLocal("escalationLevel", level);
        execution.setVariableLocal("nextEscalation", Date.from(next));
        execution.setVariableLocal("supervision", OPEN);
    }

    /** A supervision that was interrupted is open again; without one the case is watched on. */
    void nothingNew(Instant next) {
        boolean interrupted = isSupervised();
        execution.setVariableLocal("watch", "ON");
        execution.setVariableLocal("supervision", interrupted ? OPEN : "NONE");
        execution.setVariableLocal("nextEscalation", Date.from(next));
        if (!interrupted) {
            // Older models go on to a supervision whatever comes.
            execution.setVariableLocal("escalationGroup", StaffGroup.SUPERVISORS.id());
        }
    }

    /** @return whether nothing has happened in it yet */
    public boolean begins() {
        return !execution.getVariableNames().contains("watch");
    }

    /** @return whether a supervision of its own is open, or was until it was interrupted just now */
    public boolean isSupervised() {
        return OPEN.equals(execution.getVariable("supervision"));
    }

    /** @return whether a supervisor allowed more time at last */
    public boolean isPromised() {
        return EXTENDED.equals(execution.getVariable("supervision"));
    }

    /** The case is watched by another escalation, or reminded of by another watch; this one ends. */
    public void watchedElsewhere() {
        execution.setVariableLocal("watch", "OFF");
        execution.setVariableLocal("supervision", "NONE");
    }

    /** The case is watched on. */
    public void watch() {
        execution.setVariableLocal("watch", "ON");
    }

    /** @param cases the level the case itself knows, for escalations that began before they carried it */
    int levelSoFar(int cases) {
        return execution.getVariable("escalationLevel") instanceof Integer level ? level : cases;
    }

    /** An alarm above this level takes the case further. */
    void watchFrom(int level) {
        execution.setVariable("escalationLevel", level);
    }

    void supervised(boolean promised, boolean watch, Instant next) {
        execution.setVariable("supervision", promised ? EXTENDED : "IN_HAND");
        execution.setVariable("watch", watch ? "ON" : "OFF");
        execution.setVariable("nextEscalation", Date.from(next));
    }
}
