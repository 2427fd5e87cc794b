package org.complaintdesk.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/** What happened to a case, in the installation's language. */
@Component
public class EventText {

    private static final Set<String> MOMENTS = Set.of("until", "postedAt", "dueBy");
    private static final Set<String> ANSWERS = Set.of("received", "satisfied", "posted", "solved", "answered", "verified", "missed",
            "imported");

    private final Wording wording;

    EventText(Wording wording) {
        this.wording = wording;
    }

    /** @return what happened and its details in one line, as plain text */
    public String of(Enum<?> what, Map<String, String> details, Map<String, Class<? extends Enum<?>>> words) {
        String text = of(details, words);
        return wording.of(what) + (text.isEmpty() ? "" : wording.text("timeline.colon") + text);
    }

    /**
     * @param words which vocabulary the value of a detail is from
     * @return the details alone, empty when there are none
     */
    public String of(Map<String, String> details, Map<String, Class<? extends Enum<?>>> words) {
        return details.entrySet().stream().map(detail -> text(detail.getKey(), detail.getValue(), words))
                .collect(Collectors.joining(" · "));
    }

    private String text(String name, String value, Map<String, Class<? extends Enum<?>>> words) {
        if (words.containsKey(name)) {
            return wording.text(words.get(name).getSimpleName() + "." + value);
        }
        if (MOMENTS.contains(name)) {
            return wording.text("timeline." + name, wording.moment(Instant.parse(value)));
        }
        if (ANSWERS.contains(name)) {
            return wording.text("timeline." + name + "." + value);
        }
        return switch (name) {
            case "note" -> value;
            case "amount" -> Money.of(value).format();
            case "amountBefore" -> wording.text("timeline.amountBefore", Money.of(value).format());
            default -> wording.text("timeline." + name, value);
        };
    }
}
