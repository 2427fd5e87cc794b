package org.complaintdesk.policy;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.platform.DecisionTables;
import org.springframework.stereotype.Component;

/** Reads a complaint's words and proposes what it is and how grave: decision tables {@code complaint-category} and {@code complaint-severity}. */
@Component
public class Triage {

    private final DecisionTables tables;

    Triage(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * @param text        the customer's words; null counts as silence
     * @param channel     the name of the channel
     * @param orderAmount null when it is not known
     */
    public TriageProposal propose(String text, String channel, Money orderAmount) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("text", text == null ? "" : text);
        inputs.put("channel", channel);
        inputs.put("orderAmount", orderAmount == null ? null : orderAmount.yuan());
        Row category = Row.first(tables, "complaint-category", inputs);
        inputs.put("category", category.text("category"));
        Row severity = Row.first(tables, "complaint-severity", inputs);
        return new TriageProposal(category.word("category", Category.class), category.word("party", ResponsibleParty.class),
                category.text("basis"), severity.word("severity", Severity.class), severity.number("priority").intValueExact());
    }
}
