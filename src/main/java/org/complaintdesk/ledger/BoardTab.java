package org.complaintdesk.ledger;

/** The lists of the page of deadlines. Labels: {@code BoardTab.*} in the message bundles. */
enum BoardTab {
    /** Runs and is in time. */
    AHEAD,
    BREACHED,
    /** First answers that came late or have not come, of the last weeks. */
    FIRST_RESPONSE,
    WAITING,
    /** Alarms that came late, and whether the desk was down. */
    LATE_ALARMS;

    /** @return the key of what its column of moments is called */
    public String momentLabel() {
        return this == LATE_ALARMS ? "deadlines.moment" : "deadlines.due";
    }

    /** @return the key of what its column of how it stands is called */
    public String standingLabel() {
        return this == LATE_ALARMS ? "deadlines.alarm" : "deadlines.standing";
    }

    /** @return whether anybody should look when there is something in it */
    public boolean isAlarming() {
        return this == BREACHED;
    }
}
