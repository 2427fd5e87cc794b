package org.complaintdesk.policy;

/** What the shop can do for the customer. */
public enum Remedy {
    RETURN_AND_REFUND, REFUND, PARTIAL_REFUND, EXCHANGE, RESEND, REPAIR, PRICE_DIFFERENCE, COMPENSATION,
    STATUTORY_COMPENSATION, COUPON, APOLOGY, INVOICE, DECLINE_CLAIM
}
