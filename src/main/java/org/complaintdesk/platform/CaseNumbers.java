package org.complaintdesk.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the numbers of all kinds of cases look: a letter for the kind, the day, a running number. */
public enum CaseNumbers {
    COMPLAINT("C"), REVIEW("R");

    private static final Pattern ANY = Pattern.compile("\\b[CR]-\\d{8}-\\d{6}\\b");

    private final String letter;
    private final Pattern form;

    CaseNumbers(String letter) {
        this.letter = letter;
        this.form = Pattern.compile(letter + "-\\d{8}-\\d{6}");
    }

    /** @return whether it looks like a number of this kind */
    public boolean matches(String text) {
        return form.matcher(text).matches();
    }

    /** @return whether it looks like a number of any kind */
    public static boolean isOne(String text) {
        return ANY.matcher(text).matches();
    }

    /** @return the first number of any kind in the text */
    public static Optional<String> in(String text) {
        Matcher found = ANY.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** @return what all numbers of a day start with; six digits follow */
    public String start(LocalDate day) {
        return letter + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-";
    }

    public String write(LocalDate day, long running) {
        return start(day) + "%06d".formatted(running);
    }
}
