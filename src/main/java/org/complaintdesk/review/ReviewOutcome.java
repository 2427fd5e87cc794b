package org.complaintdesk.review;

import java.time.Instant;

/**
 * How the case of a review ended.
 *
 * @param repliedAt when the reply was posted at the platform; null when there is none
 * @param repliedBy who posted it; null when there is none
 * @param note      may be null
 */
public record ReviewOutcome(Instant repliedAt, String repliedBy, Fate fate, String note) {
}
