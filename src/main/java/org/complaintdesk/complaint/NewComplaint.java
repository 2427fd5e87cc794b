package org.complaintdesk.complaint;

import java.time.Instant;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.policy.Money;

/**
 * A complaint as it arrives. Everything but shop, channel, description and the customer's name may be null.
 *
 * @param externalId       what the complaint is called where it came from; the same (shop, channel, externalId) is one case
 * @param reviewNumber     the review because of which we open it ourselves
 * @param contactConfirmed whether the address is known to be the customer's: false when anybody could have typed it
 * @param language         the customer's, {@code zh} or {@code en}; null when it is not known
 * @param imported         whether a file brought it: its customer wrote some time ago, somewhere else, and does not sit
 *                         waiting for a first response now
 */
public record NewComplaint(String shop, Channel channel, String externalId, String orderNumber, Money orderAmount,
                           String description, Instant occurredAt, String desiredOutcome, Contact customer,
                           String reviewNumber, boolean contactConfirmed, String language, boolean imported) {

    /** A complaint that the customer makes now. */
    public NewComplaint(String shop, Channel channel, String externalId, String orderNumber, Money orderAmount,
                        String description, Instant occurredAt, String desiredOutcome, Contact customer,
                        String reviewNumber, boolean contactConfirmed, String language) {
        this(shop, channel, externalId, orderNumber, orderAmount, description, occurredAt, desiredOutcome, customer,
                reviewNumber, contactConfirmed, language, false);
    }

    /** A complaint that the customer made, from someone who knows them. */
    public NewComplaint(String shop, Channel channel, String externalId, String orderNumber, Money orderAmount,
                        String description, Instant occurredAt, String desiredOutcome, Contact customer) {
        this(shop, channel, externalId, orderNumber, orderAmount, description, occurredAt, desiredOutcome, customer, null);
    }

    /** A complaint from someone who knows the customer, opened because of a review. */
    public NewComplaint(String shop, Channel channel, String externalId, String orderNumber, Money orderAmount,
                        String description, Instant occurredAt, String desiredOutcome, Contact customer,
                        String reviewNumber) {
        this(shop, channel, externalId, orderNumber, orderAmount, description, occurredAt, desiredOutcome, customer,
                reviewNumber, true, null);
    }

    /** @return the same, brought by a file */
    public NewComplaint fromFile() {
        return new NewComplaint(shop, channel, externalId, orderNumber, orderAmount, description, occurredAt, desiredOutcome,
                customer, reviewNumber, contactConfirmed, language, true);
    }
}
