package org.complaintdesk.intake.csv;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What an instance of intake-csv carries.
 *
 * @param id the file's id, from the business key {@code import-17}
 */
record ImportVariables(long id) {

    static final String PROCESS = "intake-csv";
    private static final String KEY = "import-";
    private static final String ROUTE = "route";

    static ImportVariables read(DelegateExecution execution) {
        return new ImportVariables(Long.parseLong(execution.getProcessBusinessKey().substring(KEY.length())));
    }

    String businessKey() {
        return KEY + id;
    }

    static void goOn(DelegateExecution execution, Route route) {
        execution.setVariable(ROUTE, route.name());
    }
}
