package org.complaintdesk.complaint;

import java.time.Instant;
import java.util.Map;
import org.complaintdesk.casework.CaseTimeline;

/**
 * One line of a complaint's timeline.
 *
 * @param who     a user id, {@code customer} or {@code system}
 * @param details codes, amounts and notes by name, in the order they were noted
 */
public record CaseEvent(Instant at, String who, Happening what, Map<String, String> details) {

    /** The customer, as {@link #who}. */
    public static final String CUSTOMER = "customer";
    /** Nobody in particular: the process itself, as {@link #who}. */
    public static final String SYSTEM = CaseTimeline.SYSTEM;
}
