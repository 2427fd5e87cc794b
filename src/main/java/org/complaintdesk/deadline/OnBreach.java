package org.complaintdesk.deadline;

/** What a missed due moment does. Labels: {@code OnBreach.*} in the message bundles. */
public enum OnBreach {
    /** People are reminded, and it is counted. */
    REMIND,
    /** The case goes before the next level. */
    ESCALATE
}
