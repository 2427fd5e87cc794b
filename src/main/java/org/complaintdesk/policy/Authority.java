package org.complaintdesk.policy;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.platform.DecisionTables;
import org.springframework.stereotype.Component;

/** Whether a supervisor has to approve a proposal: decision table {@code authority}. */
@Component
public class Authority {

    private final DecisionTables tables;

    Authority(DecisionTables tables) {
        this.tables = tables;
    }

    /** @param reason why, in the installation's language */
    public record Ruling(boolean approvalNeeded, String reason) {
    }

    /**
     * @param amount      what the case costs all in all, with what was paid before it was reopened; null counts as none
     * @param severity    null counts as P3
     * @param orderAmount null when it is not known
     */
    public Ruling on(Remedy remedy, Money amount, Severity severity, Money orderAmount) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("remedy", remedy.name());
        inputs.put("amount", (amount == null ? Money.ZERO : amount).yuan());
        inputs.put("severity", (severity == null ? Severity.P3 : severity).name());
        inputs.put("orderAmount", orderAmount == null ? null : orderAmount.yuan());
        Row row = Row.first(tables, "authority", inputs);
        return new Ruling(row.word("approval", Approval.class) == Approval.APPROVAL, row.text("reason"));
    }

    private enum Approval {
        APPROVAL, NO_APPROVAL
    }
}
