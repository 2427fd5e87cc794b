package org.complaintdesk.casefile;

import java.time.Instant;

/**
 * One outside matter as staff read it.
 *
 * @param turn      whose turn it is, in words; how it ended when it has
 * @param due       by when the next thing has to be done; null when it has ended or no clock is kept
 * @param openedBy  the name of whoever opened it
 * @param closedAt  null while it is open, as is {@code closedBy}
 * @param holds     whether the case's own clocks wait for it
 * @param reference their number for it, as it is now
 */
record MatterLine(long id, String title, String turn, Instant due, boolean overdue, boolean open, boolean holds, Instant openedAt,
                  String openedBy, Instant closedAt, String closedBy, String reference, String whoActs, String note, String result) {
}
