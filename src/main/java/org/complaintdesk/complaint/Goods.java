package org.complaintdesk.complaint;

/** Where the goods are that a case may be about; OVERDUE: they were to be sent back, and the time for it is over. */
public enum Goods {
    WITH_CUSTOMER, OVERDUE, WITH_US
}
