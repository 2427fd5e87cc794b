package org.complaintdesk.uptime;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which no node of the desk ran, or none reached the database.
 *
 * @param from  the last sign of life before
 * @param until the first one after
 * @param late  how many alarms came late because of it
 */
public record Outage(long id, Instant from, Instant until, long late) {

    public Duration length() {
        return Duration.between(from, until);
    }
}
