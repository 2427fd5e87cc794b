package org.complaintdesk.review.handling;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.complaintdesk.casework.EscalationVariables;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.platform.FlowVariables;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.ReviewNumber;

/**
 * The variables of review-handling, typed. The facts are in our table; the process carries the number, the words its
 * gateways read, what the engine itself needs (priority, due times) and what task lists show.
 */
final class ReviewVariables {

    private static final String COMPLAINT = "complaintToLink";
    private static final String WISH = "complaintWish";
    private static final Set<String> KNOWN = known("number", "customerName", "categoryName", "severity", "priority",
            "replyReminder", "replyDue", "route", COMPLAINT, WISH);

    private final DelegateExecution execution;

    private ReviewVariables(DelegateExecution execution) {
        this.execution = execution;
    }

    static ReviewVariables of(DelegateExecution execution) {
        return new ReviewVariables(execution);
    }

    /** The business key, not a variable: no submitted form can change it. */
    ReviewNumber number() {
        return new ReviewNumber(execution.getProcessBusinessKey());
    }

    void route(ReviewRoute word) {
        FlowVariables.passOn(execution, "route", word.name());
    }

    /** Sets what task lists, timers and forms read, where it differs from what they read now. */
    void show(Map<String, Object> view) {
        view.forEach(this::set);
    }

    /** Whatever a submitted form or a REST client left behind that the process does not know. */
    void removeUnknown() {
        FlowVariables.removeUnknown(execution, KNOWN);
    }

    void remove(Collection<String> names) {
        execution.removeVariables(names);
    }

    /**
     * What the complaint that comes next is to be.
     *
     * @param complaint the one that exists already; null for a new one
     * @param wish      what the customer asks for, may be null
     */
    void complaintNext(ComplaintNumber complaint, String wish) {
        execution.setVariable(COMPLAINT, complaint == null ? null : complaint.value());
        execution.setVariable(WISH, wish);
    }

    /** @return the complaint to link; empty when a new one is to be opened */
    Optional<ComplaintNumber> complaintToLink() {
        return Optional.ofNullable((String) execution.getVariable(COMPLAINT)).map(ComplaintNumber::new);
    }

    String complaintWish() {
        return (String) execution.getVariable(WISH);
    }

    void complaintIsKnown() {
        remove(Set.of(COMPLAINT, WISH));
    }

    /** Of the escalation alone, so that nothing else sees or changes it. */
    void supervision(boolean inPlace) {
        execution.setVariableLocal("supervision", inPlace ? "IN_PLACE" : "NEEDED");
    }

    EscalationVariables escalation() {
        return EscalationVariables.of(execution);
    }

    EarlyEnd earlyEnd() {
        return EarlyEnd.valueOf((String) execution.getVariable("earlyEnd"));
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
