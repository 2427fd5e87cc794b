package org.complaintdesk.deadline;

/** The alarms of a clock in the order in which they come. */
enum AlarmLevel {
    WARNING, BREACH_1, BREACH_2, BREACH_3;

    boolean isBreach() {
        return this != WARNING;
    }
}
