package org.complaintdesk.deadline.calendar;

/** What the holiday notice makes of a day. */
public enum DayKind {
    ORDINARY, HOLIDAY,
    /** A Saturday or Sunday on which people work, for a day off elsewhere 调休. */
    SWAPPED_WORKDAY
}
