package org.complaintdesk.customer;

/**
 * Somebody lost the private link of a case, and knows its number and the address on file. Whoever hands out links sends
 * one to the address on file, never elsewhere. Handled in the transaction that publishes it.
 */
public record LinkLost(String caseNumber) {
}
