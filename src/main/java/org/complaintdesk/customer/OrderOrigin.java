package org.complaintdesk.customer;

/** How we know of an order. Labels: {@code OrderOrigin.*} in the message bundles. */
public enum OrderOrigin {
    PAGE, FILE, CONNECTOR
}
