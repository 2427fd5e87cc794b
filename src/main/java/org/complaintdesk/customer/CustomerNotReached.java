package org.complaintdesk.customer;

/** A mail to a customer will never arrive: the address was refused, or the mail came back. A colleague tells it instead. */
public record CustomerNotReached(String caseNumber, UpdateKind kind) {
}
