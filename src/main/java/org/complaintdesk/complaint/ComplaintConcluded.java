package org.complaintdesk.complaint;

/** A complaint is closed, however that came about. Handled in the transaction that publishes it. */
public record ComplaintConcluded(ComplaintNumber number, Closing closing) {
}
