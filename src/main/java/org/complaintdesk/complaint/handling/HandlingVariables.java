package org.complaintdesk.complaint.handling;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.complaintdesk.casework.EscalationVariables;
import org.complaintdesk.casework.Watches;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.FlowVariables;

/**
 * The variables of the complaint's flows, typed. The facts are in our table; the process carries
 * the number, the words its gateways read, what the engine itself needs (priority, due time) and what task lists show.
 */
public final class HandlingVariables {

    /** The outside matter a flow is about, and the clock that counts for it now. */
    private static final String MATTER = "matter";
    private static final String MATTER_CLOCK = "matterClock";

    private static final Set<String> KNOWN = known("number", "customerName", "categoryName", "severity", "priority",
            "settlementDue", "route", "unread", MATTER, MATTER_CLOCK);

    private final DelegateExecution execution;

    private HandlingVariables(DelegateExecution execution) {
        this.execution = execution;
    }

    public static HandlingVariables of(DelegateExecution execution) {
        return new HandlingVariables(execution);
    }

    /** What a case starts with when nobody has looked at it yet. */
    public static Map<String, Object> initial(Complaint complaint, String customerName) {
        return Map.of("number", complaint.number().value(), Shops.VARIABLE, Shops.begin(complaint.shop()),
                "customerName", customerName, "categoryName", "",
                "severity", complaint.severity().name(), "priority", complaint.priority(),
                "settlementDue", Date.from(complaint.settlementDue()));
    }

    /** Which outside matter a flow is about, and the clock that counts now: it changes with the turn. */
    public static Map<String, Object> ofMatter(ClockKey clock) {
        return Map.of(MATTER, clock.subject(), MATTER_CLOCK, clock.name().name());
    }

    /** @return the id of the outside matter this flow is about */
    public long matter() {
        return Long.parseLong((String) execution.getVariable(MATTER));
    }

    /** The business key, not a variable: no submitted form can change it. */
    public ComplaintNumber number() {
        return new ComplaintNumber(execution.getProcessBusinessKey());
    }

    /** @return what task lists show of the customer */
    String customerName() {
        return (String) execution.getVariable("customerName");
    }

    public Route route() {
        return Route.valueOf((String) execution.getVariable("route"));
    }

    public void route(Route word) {
        FlowVariables.passOn(execution, "route", word.name());
    }

    /** @param left whether the customer wrote more than was read */
    public void unread(boolean left) {
        execution.setVariable("unread", left ? "SOME" : "NONE");
    }

    /** Sets what task lists, timers and forms read, where it differs from the complaint. */
    void show(Complaint complaint, String customerName, String categoryName) {
        set("number", complaint.number().value());
        set("customerName", customerName);
        set("categoryName", categoryName);
        set("severity", complaint.severity().name());
        set("priority", complaint.priority());
        set("settlementDue", Date.from(complaint.settlementDue()));
    }

    /** Whatever a submitted form or a REST client left behind that the process does not know. */
    void removeUnknown() {
        FlowVariables.removeUnknown(execution, KNOWN);
    }

    void remove(Collection<String> names) {
        execution.removeVariables(names);
    }

    /** @param standing where such a watch waits */
    boolean isSecond(Watches watches, String... standing) {
        return watches.isSecond(execution, standing);
    }

    EscalationVariables escalation() {
        return EscalationVariables.of(execution);
    }

    Closing closing() {
        return Closing.valueOf((String) execution.getVariable("closing"));
    }

    String closingNote() {
        return (String) execution.getVariable("closingNote");
    }

    private static Set<String> known(String... names) {
        return Stream.concat(Stream.of(names), EscalationVariables.NAMES.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private void set(String name, Object value) {
        if (!Objects.equals(execution.getVariable(name), value)) {
            execution.setVariable(name, value);
        }
    }
}
