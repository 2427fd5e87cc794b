package org.complaintdesk.complaint;

import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;

/**
 * What is offered to the customer.
 *
 * @param amount null when the remedy carries no money
 */
public record Solution(Remedy remedy, Money amount, String explanation) {
}
