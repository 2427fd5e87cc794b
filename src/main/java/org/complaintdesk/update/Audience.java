package org.complaintdesk.update;

/** Whom an update is for. */
public enum Audience {
    CUSTOMER, STAFF
}
