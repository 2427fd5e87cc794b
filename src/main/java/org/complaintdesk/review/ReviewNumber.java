package org.complaintdesk.review;

import org.complaintdesk.platform.CaseNumbers;

/** The number of a review's case as staff know it: {@code R-20261121-000042}. */
public record ReviewNumber(String value) {

    /** @throws IllegalArgumentException when it does not look like a review's number */
    public ReviewNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("Not a review's number: " + value);
        }
    }

    /** @return whether it looks like a review's number */
    public static boolean isNumber(String text) {
        return CaseNumbers.REVIEW.matches(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
