package org.complaintdesk.intake.mailbox;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.complaintdesk.platform.FlowVariables;

/**
 * What an instance of intake-mailbox carries.
 *
 * @param id the mail's id, from the business key {@code mail-17}
 */
record MailVariables(long id) {

    static final String PROCESS = "intake-mailbox";
    static final String CUSTOMER_NAME = "customerName";
    private static final String KEY = "mail-";
    private static final String ROUTE = "route";
    private static final String SHOP = "shop";

    static MailVariables read(DelegateExecution execution) {
        return new MailVariables(Long.parseLong(execution.getProcessBusinessKey().substring(KEY.length())));
    }

    String businessKey() {
        return KEY + id;
    }

    static void goOn(DelegateExecution execution, Route route) {
        execution.setVariable(ROUTE, route.name());
    }

    /** @return the shop that a person named, for whoever opens the case */
    static Optional<String> shop(DelegateExecution execution) {
        return Optional.ofNullable((String) execution.getVariable(SHOP));
    }

    /** Whatever a submitted form or a REST client left behind, and what only the task list showed. */
    static void removeUnknown(DelegateExecution execution) {
        FlowVariables.removeUnknown(execution, Set.of(ROUTE, SHOP));
    }
}
