package org.complaintdesk.identity;

/** The occasions on which a colleague gets a message; one template each. */
public enum StaffNotice {
    REMINDER, OVERDUE, ESCALATION, REOPENED
}
