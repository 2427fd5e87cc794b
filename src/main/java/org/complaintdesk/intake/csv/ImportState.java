package org.complaintdesk.intake.csv;

/** How far a file is: no row taken in yet, being taken in, stopped by a technical failure, all rows taken in. */
enum ImportState {
    WAITING, RUNNING, STOPPED, DONE;

    /** @return whether it goes on by itself */
    public boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }
}
