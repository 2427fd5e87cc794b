package org.complaintdesk.deadline;

/** The alarms of a clock in the order in which they come. Labels: {@code AlarmLevel.*} in the message bundles. */
public enum AlarmLevel {
    WARNING, BREACH_1, BREACH_2, BREACH_3;

    public boolean isBreach() {
        return this != WARNING;
    }

    /** @return 0 for a warning, otherwise the number of the breach: the level of escalation it asks for */
    public int escalation() {
        return ordinal();
    }
}
