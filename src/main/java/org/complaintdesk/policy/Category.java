package org.complaintdesk.policy;

/** What a complaint is about. Labels: {@code Category.*} in the message bundles. */
public enum Category {
    QUALITY, NOT_AS_DESCRIBED, COUNTERFEIT, WRONG_OR_MISSING, DAMAGED_IN_TRANSIT, LATE_DISPATCH, OUT_OF_STOCK,
    LOST_OR_STALLED, NO_REASON_RETURN, REFUND_DISPUTE, PRICE, INVOICE, SERVICE_ATTITUDE, FOOD_SAFETY, CUSTOMER_ERROR,
    ABUSIVE_CLAIM, OTHER
}
