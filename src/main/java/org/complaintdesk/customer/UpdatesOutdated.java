package org.complaintdesk.customer;

import java.util.Set;

/**
 * What was still to be said to a customer no longer matters, such as an offer they declined, or the reminder of it. What waits
 * for its time, or for an agent, is taken back, and a reminder also while its mail waits for the mail server; any other mail on
 * its way still arrives: it is what the customer has in writing. Handled in the transaction that publishes it.
 */
public record UpdatesOutdated(String caseNumber, Set<UpdateKind> kinds) {
}
