package org.complaintdesk.customer;

/**
 * Two files turned out to be one person's. Whatever points to the one now has to point to the other. Handled in the
 * transaction that publishes it.
 */
public record CustomerMerged(long from, long into) {
}
