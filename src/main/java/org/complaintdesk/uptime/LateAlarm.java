package org.complaintdesk.uptime;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * An alarm that came more than two minutes after its moment.
 *
 * @param clock   the name of the clock, such as {@code SETTLEMENT}
 * @param subject what the clock is of beside the case; empty for the case itself
 * @param level   the name of its level, such as {@code BREACH_1}
 * @param moment  when it should have come
 * @param outage  the outage that lay between; empty when the desk ran but did not keep up
 */
public record LateAlarm(long id, String caseNumber, String clock, String subject, String level, Instant moment,
                        Instant raisedAt, OptionalLong outage) {

    public LateCause cause() {
        return outage.isPresent() ? LateCause.OUTAGE : LateCause.LOAD;
    }

    public Duration late() {
        return Duration.between(moment, raisedAt);
    }
}
