package org.complaintdesk.deadline;

import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;

/**
 * What the rules of clocks ask of a case.
 *
 * @param severity null counts as P3
 * @param category null when it is not known yet
 * @param channel  as the desk's channels are called, such as {@code TMALL}; null when there is none
 * @param shop     its name; it decides the time zone and the calendars
 */
public record CaseTraits(Severity severity, Category category, String channel, String shop) {

    public CaseTraits {
        severity = severity == null ? Severity.P3 : severity;
    }
}
