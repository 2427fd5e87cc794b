package org.complaintdesk.policy;

import java.util.Map;
import org.complaintdesk.platform.DecisionTables;
import org.springframework.stereotype.Component;

/** The steps by which a remedy is carried out, one after the other: decision table {@code execution}. */
@Component
public class ExecutionPlan {

    private final DecisionTables tables;

    ExecutionPlan(DecisionTables tables) {
        this.tables = tables;
    }

    /** @param nextForCustomer a polite sentence that tells the customer what comes next, in the installation's language */
    public record Next(ExecutionStep step, String nextForCustomer) {
    }

    /** @return what follows the step just done; a step that is not part of this remedy's plan leads to the plan's first step */
    public Next after(Remedy remedy, ExecutionStep done) {
        Row row = Row.first(tables, "execution", Map.of("remedy", remedy.name(), "done", done.name()));
        return new Next(row.word("next", ExecutionStep.class), row.text("nextForCustomer"));
    }
}
