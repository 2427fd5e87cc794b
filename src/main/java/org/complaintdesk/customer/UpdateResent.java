package org.complaintdesk.customer;

/**
 * An agent had a message sent to the customer once more. Handled in the transaction that publishes it.
 *
 * @param newAddress whether the agent corrected the customer's address with it
 * @param by         the agent's user id
 */
public record UpdateResent(String caseNumber, UpdateKind kind, boolean newAddress, String by) {
}
