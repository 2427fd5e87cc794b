package org.complaintdesk.review;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a review's timeline.
 *
 * @param who     a user id or {@link org.complaintdesk.casework.CaseTimeline#SYSTEM}
 * @param details codes and notes by name, in the order they were noted
 */
public record ReviewEvent(Instant at, String who, ReviewHappening what, Map<String, String> details) {
}
