package org.complaintdesk.assignment;

/** How new tasks find their person. Labels: {@code AssignmentMode.*} in the message bundles. */
public enum AssignmentMode {
    /** Not at all: people take them from their group's list. */
    OFF,
    /** Whoever has waited longest for a new one. */
    ROUND_ROBIN,
    /** Whoever has the fewest open tasks. */
    LEAST_LOADED
}
