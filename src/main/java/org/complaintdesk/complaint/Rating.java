package org.complaintdesk.complaint;

import java.time.Instant;

/**
 * What the customer says of the result.
 *
 * @param score 1 to 5
 * @param text  null when there is none
 */
public record Rating(int score, boolean solved, String text, Instant at) {
}
