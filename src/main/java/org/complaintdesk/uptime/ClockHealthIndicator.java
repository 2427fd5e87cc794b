package org.complaintdesk.uptime;

import org.complaintdesk.platform.HealthStates;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Unwell while this node's clock is off; it serves people all the same. */
@Component
class ClockHealthIndicator extends AbstractHealthIndicator {

    private final NodeClock clock;

    ClockHealthIndicator(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(clock.isOff() ? HealthStates.DEGRADED : Status.UP).withDetail("ahead", clock.ahead().toString());
    }
}
