package org.complaintdesk.complaint;

import java.time.Instant;

/**
 * How an outside matter goes on; what is null stays as it is.
 *
 * @param dueAt the new time that was given; null for none, and when the turn changes for the time policy gives
 * @param note  what has happened, for the timeline
 */
public record MatterProgress(WhoActs whoActs, Instant dueAt, String reference, String note) {
}
