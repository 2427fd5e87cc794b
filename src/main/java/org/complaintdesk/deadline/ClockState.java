package org.complaintdesk.deadline;

/** How a clock is. Labels: {@code ClockState.*} in the message bundles. */
public enum ClockState {
    RUNNING,
    /** The customer or someone outside has to act. */
    WAITING, STOPPED
}
