package org.complaintdesk.customer;

import java.util.Set;

/**
 * What was still to be said to a customer no longer matters, such as a reminder of a question that has been answered. What
 * waits for its time, or for an agent, is taken back; mail on its way still arrives. Handled in the transaction that
 * publishes it.
 */
public record UpdatesOutdated(String caseNumber, Set<UpdateKind> kinds) {
}
