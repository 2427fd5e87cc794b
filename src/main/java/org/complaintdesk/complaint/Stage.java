package org.complaintdesk.complaint;

/** Where a complaint stands, in the words of the complaint flow. */
public enum Stage {
    RECEIVED, DIAGNOSING, AWAITING_EVIDENCE, PROPOSING, AWAITING_APPROVAL, AWAITING_CUSTOMER, MEDIATING, EXECUTING,
    FOLLOWING_UP, CLOSED
}
