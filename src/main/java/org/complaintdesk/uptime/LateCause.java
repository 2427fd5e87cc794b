package org.complaintdesk.uptime;

/** Why an alarm came late. */
public enum LateCause {
    /** The desk did not run when it should have come. */
    OUTAGE,
    /** The desk ran, but had more to do than it could. */
    LOAD
}
