package org.complaintdesk.complaint;

import java.time.Instant;

/**
 * A matter as people look at it.
 *
 * @param title   what it is called, in the installation's language
 * @param dueAt   by when the next thing has to be done; of one that has ended, as it was then; null when no clock is kept
 * @param overdue whether that time went by before it was done
 */
public record MatterView(OutsideMatter matter, String title, Instant dueAt, boolean overdue) {
}
