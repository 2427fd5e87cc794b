package org.complaintdesk.complaint;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A complaint's number as customers and staff know it: {@code C-20261121-000042}. */
public record ComplaintNumber(String value) {

    private static final Pattern FORM = Pattern.compile("C-\\d{8}-\\d{6}");

    /** @throws IllegalArgumentException when it does not look like a complaint's number */
    public ComplaintNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("Not a complaint number: " + value);
        }
    }

    /** @return whether it looks like a complaint's number */
    public static boolean isNumber(String text) {
        return FORM.matcher(text).matches();
    }

    static ComplaintNumber of(LocalDate day, long running) {
        return new ComplaintNumber("C-%s-%06d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(day), running));
    }

    @Override
    public String toString() {
        return value;
    }
}
