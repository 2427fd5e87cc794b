package org.complaintdesk.complaint;

import java.time.LocalDate;
import org.complaintdesk.platform.CaseNumbers;

/** A complaint's number as customers and staff know it: {@code C-20261121-000042}. */
public record ComplaintNumber(String value) {

    /** @throws IllegalArgumentException when it does not look like a complaint's number */
    public ComplaintNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("Not a complaint number: " + value);
        }
    }

    /** @return whether it looks like a complaint's number */
    public static boolean isNumber(String text) {
        return CaseNumbers.COMPLAINT.matches(text);
    }

    static ComplaintNumber of(LocalDate day, long running) {
        return new ComplaintNumber(CaseNumbers.COMPLAINT.write(day, running));
    }

    @Override
    public String toString() {
        return value;
    }
}
