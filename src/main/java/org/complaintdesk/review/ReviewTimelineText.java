package org.complaintdesk.review;

import java.util.Map;
import org.complaintdesk.casework.EventText;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/** A review's timeline in the installation's language. */
@Component
public class ReviewTimelineText {

    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.of("channel", Channel.class, "reviewKind",
            ReviewKind.class, "severity", Severity.class, "contact", ContactOutcome.class, "ruling", Ruling.class, "fate",
            Fate.class, "area", LessonArea.class, "earlyEnd", EarlyEnd.class, "kind", UpdateKind.class);

    private final EventText text;

    ReviewTimelineText(EventText text) {
        this.text = text;
    }

    /** @return what happened and its details in one line, as plain text */
    public String of(ReviewEvent event) {
        return text.of(event.what(), event.details(), WORDS);
    }

    /** @return the details alone, empty when there are none */
    public String details(ReviewEvent event) {
        return text.of(event.details(), WORDS);
    }
}
