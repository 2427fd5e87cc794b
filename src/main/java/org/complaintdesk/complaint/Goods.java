package org.complaintdesk.complaint;

/** Where the goods are that a case may be about. */
public enum Goods {
    WITH_CUSTOMER, WITH_US
}
