package org.complaintdesk.policy;

/** Who has to answer for the cause of a complaint. */
public enum ResponsibleParty {
    MERCHANT, WAREHOUSE, COURIER, SUPPLIER, AGENT, CUSTOMER
}
