package org.complaintdesk.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every text our own code shows, in the one language the installation speaks. */
@Component
public class Wording {

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    Wording(MessageSource messages, DeskProperties desk) {
        this.messages = messages;
        this.locale = desk.language().locale();
        this.zone = desk.zone();
    }

    /** @return the label of a word of our vocabulary, key {@code Category.QUALITY} */
    public String of(Enum<?> word) {
        return word == null ? "" : text(word.getDeclaringClass().getSimpleName() + "." + word.name());
    }

    /** @throws org.springframework.context.NoSuchMessageException when no bundle has the key */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** @return a moment as people read it, in the installation's time zone */
    public String moment(Instant moment) {
        return moment == null ? "" : DateTimeFormatter.ofPattern(text("format.moment"), locale).withZone(zone).format(moment);
    }

    public Locale locale() {
        return locale;
    }
}
