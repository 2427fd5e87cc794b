package org.complaintdesk.complaint;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/** The timeline in the installation's language. */
@Component
public class TimelineText {

    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.of("channel", Channel.class, "category",
            Category.class, "severity", Severity.class, "party", ResponsibleParty.class, "remedy", Remedy.class, "step",
            ExecutionStep.class, "closing", Closing.class, "kind", UpdateKind.class);

    private final Wording wording;

    TimelineText(Wording wording) {
        this.wording = wording;
    }

    /** @return what happened and its details in one line, as plain text */
    public String of(CaseEvent event) {
        String details = details(event);
        return wording.of(event.what()) + (details.isEmpty() ? "" : wording.text("timeline.colon") + details);
    }

    /** @return the details alone, empty when there are none */
    public String details(CaseEvent event) {
        return event.details().entrySet().stream().map(this::detail).collect(Collectors.joining(" · "));
    }

    private String detail(Map.Entry<String, String> detail) {
        String name = detail.getKey();
        String value = detail.getValue();
        if (WORDS.containsKey(name)) {
            return wording.text(WORDS.get(name).getSimpleName() + "." + value);
        }
        return switch (name) {
            case "note" -> value;
            case "amount" -> Money.of(value).format();
            case "until" -> wording.text("timeline.until", wording.moment(Instant.parse(value)));
            case "received", "satisfied" -> wording.text("timeline." + name + "." + value);
            default -> wording.text("timeline." + name, value);
        };
    }
}
