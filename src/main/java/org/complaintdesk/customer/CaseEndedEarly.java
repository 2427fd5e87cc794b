package org.complaintdesk.customer;

/**
 * A case ended before its flow was through. What was still to be told to the customer by hand no longer matters; mail on
 * its way still arrives. Handled in the transaction that publishes it.
 */
public record CaseEndedEarly(String caseNumber) {
}
