package org.complaintdesk.identity;

/** The occasions on which a colleague gets a message; one template each. */
public enum StaffNotice {
    REMINDER, OVERDUE, ESCALATION, REOPENED, REVIEWER_WROTE;

    /** @return whether it may wait for the morning; what is overdue may not */
    public boolean mayWait() {
        return this == REMINDER || this == REVIEWER_WROTE;
    }
}
