package org.complaintdesk.ledger;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Moments as forms hold them: date and time on the desk's wall clock. */
@Component
class Moments {

    private static final DateTimeFormatter ENTRY = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final int QUOTED = 40;

    private final Clock clock;
    private final Wording wording;

    Moments(Clock clock, Wording wording) {
        this.clock = clock;
        this.wording = wording;
    }

    String entry(Instant moment) {
        return moment == null ? "" : ENTRY.withZone(clock.getZone()).format(moment);
    }

    /**
     * @param label the key of what the form calls it
     * @throws InvalidInput when there is none, or it is no date with a time
     */
    Instant read(String label, String text) {
        Instant moment = optional(label, text);
        if (moment == null) {
            throw new InvalidInput(label, wording.text("input.missing", wording.text(label)));
        }
        return moment;
    }

    /** @return null when there is none */
    Instant optional(String label, String text) {
        String clean = CleanText.of(text);
        try {
            return clean == null ? null : LocalDateTime.parse(clean).atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(label, wording.text("input.no-time", wording.text(label), CleanText.cut(clean, QUOTED)));
        }
    }

    String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, wording.locale());
    }
}
