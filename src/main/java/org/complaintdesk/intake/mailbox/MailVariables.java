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
    private static final String ANSWERS_NOTICE = "answersNotice";

    static MailVariables read(DelegateExecution execution) {
        return new MailVariables(Long.parseLong(execution.getProcessBusinessKey().substring(KEY.length())));
    }

    String businessKey() {
        return KEY + id;
    }

    static void goOn(DelegateExecution execution, Route route) {
        execution.setVariable(ROUTE, route.name());
    }

    /** To whoever sorts the mail, in the transaction in which it was read. */
    static void passOn(DelegateExecution execution, boolean answersNotice) {
        FlowVariables.passOn(execution, ANSWERS_NOTICE, String.valueOf(answersNotice));
    }

    /** @return whether the mail answers what the desk told a colleague */
    static boolean answersNotice(DelegateExecution execution) {
        return "true".equals(execution.getVariable(ANSWERS_NOTICE));
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
