package org.complaintdesk.evidence;

/** Who a file came from. Labels: {@code Origin.*} in the message bundles. */
public enum Origin {

    /** The customer, on a page of ours. */
    CUSTOMER,
    /** The customer, with a mail. */
    MAIL,
    STAFF
}
