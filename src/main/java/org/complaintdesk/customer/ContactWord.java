package org.complaintdesk.customer;

import java.time.Instant;

/**
 * What was noted about contact with a customer.
 *
 * @param lifted true when contact is welcome again, false when it was refused
 * @param reason what the customer said, may be null
 * @param who    the user id of whoever noted it, null when it was noted in the course of a case
 */
public record ContactWord(Instant at, boolean lifted, String reason, String who) {
}
