package org.complaintdesk.customer;

import java.util.Map;

/**
 * A customer must hear something about a case. Handled in the transaction that publishes it, so the case and the
 * message commit together.
 *
 * @param facts     ready display texts, in the installation's language, for the template of this kind
 * @param unasked   whether we begin this ourselves, so that a customer who refuses contact must not get it
 * @param confirmed whether the customer's address is known to be theirs; to any other address nothing goes that someone
 *                  outside the house typed
 */
public record CustomerUpdateDue(String caseNumber, String shop, String channel, long customerId, UpdateKind kind,
                                Map<String, String> facts, boolean unasked, boolean confirmed) {
}
