package org.complaintdesk.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every text our own code shows, in the one language the installation speaks, or {@link #in} a customer's. */
@Component
public class Wording {

    private static final int QUOTED_LENGTH = 120;
    private static final DateTimeFormatter IN_FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    @Autowired
    Wording(MessageSource messages, DeskProperties desk) {
        this(messages, desk.language().locale(), desk.zone());
    }

    private Wording(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    /** @return the same texts in the language of whoever reads them */
    public Wording in(Locale reader) {
        return reader.getLanguage().equals(locale.getLanguage()) ? this : new Wording(messages, reader, zone);
    }

    /** @return the label of a word of our vocabulary, key {@code Category.QUALITY} */
    public String of(Enum<?> word) {
        return word == null ? "" : text(word.getDeclaringClass().getSimpleName() + "." + word.name());
    }

    /** @throws org.springframework.context.NoSuchMessageException when no bundle has the key */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** @return a message about a field; the arguments follow the field's label ({@code field.*}) as {1}, {2} … */
    public InvalidInput invalid(String field, String key, Object... arguments) {
        Stream<String> label = Stream.of(text("field." + field));
        return new InvalidInput(field, text(key, Stream.concat(label, Arrays.stream(arguments).map(Wording::quoted)).toArray()));
    }

    /**
     * @param why in whole sentences, worded by whoever refuses the text; it may quote what was entered
     * @return a message about a field whose text cannot be accepted
     */
    public InvalidInput refused(String field, String why) {
        return new InvalidInput(field, text("input.refused", text("field." + field), harmless(why)));
    }

    private static String quoted(Object entered) {
        return harmless(CleanText.cut(String.valueOf(entered), QUOTED_LENGTH));
    }

    /** Without what a browser that shows the message could take for markup. */
    private static String harmless(String text) {
        return text.replace('<', '＜').replace('>', '＞').replace('&', '＆');
    }

    /** @return a moment as people read it, in the installation's time zone */
    public String moment(Instant moment) {
        return moment == null ? "" : DateTimeFormatter.ofPattern(text("format.moment"), locale).withZone(zone).format(moment);
    }

    /** @return the same in figures with its year, for what is handed out: it is read years later, or by a spreadsheet */
    public String fullMoment(Instant moment) {
        return moment == null ? "" : IN_FULL.withZone(zone).format(moment);
    }

    public Locale locale() {
        return locale;
    }
}
