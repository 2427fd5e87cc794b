package org.complaintdesk.customer;

/**
 * A customer does not want to be contacted by us. What we were about to tell them unasked is not told any more. Handled in
 * the transaction that publishes it.
 */
public record ContactRefused(long customerId) {
}
