package org.complaintdesk.complaint;

/**
 * What a person said to the customer first, recorded by hand.
 *
 * @param via  how it reached the customer
 * @param note what was said, for colleagues; may be null when a text is mailed
 * @param text mailed to the customer, and shown on their page; null when nothing is
 */
public record FirstResponse(Via via, String note, String text) {

    /** How a person reaches a customer. */
    public enum Via {
        CHAT, PHONE, MAIL, IN_PERSON
    }
}
