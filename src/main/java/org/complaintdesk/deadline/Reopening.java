package org.complaintdesk.deadline;

/** How a clock goes on when what it measured is taken up again. */
enum Reopening {
    /** The whole target again, from the reopening. */
    AFRESH,
    /** What was left of the target; the time it was stopped does not count. It may be overdue at once. */
    CONTINUED
}
