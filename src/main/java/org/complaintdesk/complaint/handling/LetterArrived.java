package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.ComplaintNumber;

/** Something was written about a complaint that a person has to read. Handled in the transaction that publishes it. */
public record LetterArrived(ComplaintNumber number) {
}
