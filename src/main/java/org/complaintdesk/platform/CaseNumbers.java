package org.complaintdesk.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How the numbers of all kinds of cases look: a letter for the kind, the day, a running number. */
public enum CaseNumbers {
    COMPLAINT("C"), REVIEW("R");

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

    /** @return what all numbers of a day start with; six digits follow */
    public String start(LocalDate day) {
        return letter + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-";
    }

    public String write(LocalDate day, long running) {
        return start(day) + "%06d".formatted(running);
    }
}
