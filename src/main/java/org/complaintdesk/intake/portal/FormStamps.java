package org.complaintdesk.intake.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.platform.DeskSecret;
import org.springframework.stereotype.Component;

/** Marks every form that is handed out, without keeping anything: what comes back is known by its signature. */
@Component
class FormStamps {

    private static final String PURPOSE = "portal-form";
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,12})\\.([A-Za-z0-9_-]{22})");

    private final DeskSecret secret;
    private final Clock clock;

    FormStamps(DeskSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    FormStamp fresh() {
        return new FormStamp(UUID.randomUUID(), clock.instant());
    }

    String write(FormStamp stamp) {
        String text = text(stamp.draft().toString(), stamp.openedAt().getEpochSecond());
        return text + "." + secret.sign(PURPOSE, text);
    }

    /** @return empty when it is none of ours */
    Optional<FormStamp> read(String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long opened = Long.parseLong(parts.group(2));
        return secret.verify(PURPOSE, text(parts.group(1), opened), parts.group(3))
                ? Optional.of(new FormStamp(UUID.fromString(parts.group(1)), Instant.ofEpochSecond(opened))) : Optional.empty();
    }

    private static String text(String draft, long opened) {
        return draft + "." + opened;
    }
}
