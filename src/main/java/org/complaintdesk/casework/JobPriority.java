package org.complaintdesk.casework;

import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/**
 * In which order what is due is worked off when much is due at once: timers of grave cases first, then those of the others,
 * then everything that has no priority of its own, such as mail.
 */
@Component("jobPriority")
public class JobPriority {

    private static final int STEP = 10;

    JobPriority() {
    }

    /** @param severity the name of a severity; null before triage, then P3 counts */
    public long of(String severity) {
        Severity counted = severity == null || severity.isBlank() ? Severity.P3 : Severity.valueOf(severity);
        return (long) STEP * (Severity.values().length - counted.ordinal());
    }
}
