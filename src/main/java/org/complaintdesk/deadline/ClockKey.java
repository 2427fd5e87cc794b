package org.complaintdesk.deadline;

import java.util.Objects;

/**
 * Which clock.
 *
 * @param subject what it is about where a case has several clocks of a name, such as the id of a matter; otherwise empty
 */
public record ClockKey(String caseNumber, ClockName name, String subject) {

    private static final int LONGEST_SUBJECT = 40;

    /** @throws IllegalArgumentException when there is no case, or the subject is longer than 40 characters */
    public ClockKey {
        if (caseNumber == null || caseNumber.isBlank()) {
            throw new IllegalArgumentException("A clock belongs to a case");
        }
        Objects.requireNonNull(name, "name");
        subject = subject == null ? "" : subject;
        if (subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("The subject of a clock is too long: " + subject);
        }
    }

    public static ClockKey of(String caseNumber, ClockName name) {
        return new ClockKey(caseNumber, name, "");
    }
}
