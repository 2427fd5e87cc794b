package org.complaintdesk.deadline;

/** What can happen to a clock. Labels: {@code ClockChange.*} in the message bundles. */
public enum ClockChange {
    STARTED, PAUSED, RESUMED, STOPPED, REOPENED, TERMS_CHANGED, PROMISED, HOLIDAYS_CHANGED, PAUSE_CORRECTED,
    START_CORRECTED, STOP_CORRECTED
}
