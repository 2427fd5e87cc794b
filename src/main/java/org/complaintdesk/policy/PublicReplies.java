package org.complaintdesk.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.platform.DecisionTables;
import org.springframework.stereotype.Component;

/** How long and until when a review can be answered in public: decision table {@code public-reply}. */
@Component
public class PublicReplies {

    private final DecisionTables tables;

    PublicReplies(DecisionTables tables) {
        this.tables = tables;
    }

    /** @param platform the name of the channel the review stands on; null counts as unknown */
    public PublicReply of(String platform) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("platform", platform);
        Row row = Row.first(tables, "public-reply", inputs);
        return new PublicReply(row.number("longest").intValueExact(), Duration.parse(row.text("within")), row.text("source"));
    }
}
