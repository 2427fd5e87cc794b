package org.complaintdesk.customer;

/**
 * An agent told the customer by chat or phone what an update says.
 *
 * @param via  the label of the way it was told
 * @param note what the customer answered, may be empty
 * @param by   the agent's user id
 */
public record CustomerTold(String caseNumber, UpdateKind kind, String via, String note, String by) {
}
