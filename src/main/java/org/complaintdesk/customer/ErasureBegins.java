package org.complaintdesk.customer;

/**
 * A person's data is about to be erased, in the transaction that publishes this, and nothing is locked yet. Whoever works on
 * many people's data in one go, and may wait for a customer's file meanwhile, is waited for here: later each would wait for
 * the other.
 */
public record ErasureBegins(long customerId) {
}
