package org.complaintdesk.complaint;

import java.util.Map;
import org.complaintdesk.casework.EventText;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/** The timeline in the installation's language. */
@Component
public class TimelineText {

    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.ofEntries(Map.entry("channel", Channel.class),
            Map.entry("category", Category.class), Map.entry("severity", Severity.class), Map.entry("party", ResponsibleParty.class),
            Map.entry("remedy", Remedy.class), Map.entry("step", ExecutionStep.class), Map.entry("closing", Closing.class),
            Map.entry("kind", UpdateKind.class), Map.entry("silence", Silence.class), Map.entry("matter", MatterKind.class),
            Map.entry("platform", Channel.class), Map.entry("acts", WhoActs.class), Map.entry("outcome", MatterOutcome.class),
            Map.entry("way", FirstResponse.Via.class));

    private final EventText text;

    TimelineText(EventText text) {
        this.text = text;
    }

    /** @return what happened and its details in one line, as plain text */
    public String of(CaseEvent event) {
        return text.of(event.what(), event.details(), WORDS);
    }

    /** @return the details alone, empty when there are none */
    public String details(CaseEvent event) {
        return text.of(event.details(), WORDS);
    }
}
