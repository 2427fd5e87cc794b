package org.complaintdesk.operation;

import java.time.Duration;
import java.util.OptionalDouble;
import org.complaintdesk.platform.HealthStates;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Unwell when timers or mail are late: nothing works them off, or more is due than can be done. */
@Component
class JobsHealthIndicator extends AbstractHealthIndicator {

    private final Readings readings;
    private final OperationProperties settings;

    JobsHealthIndicator(Readings readings, OperationProperties settings) {
        this.readings = readings;
        this.settings = settings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        OptionalDouble lag = readings.highest(Measure.JOB_LAG);
        if (lag.isEmpty()) {
            health.unknown();
            return;
        }
        Duration late = Duration.ofSeconds((long) lag.getAsDouble());
        health.status(late.compareTo(settings.jobLag()) > 0 ? HealthStates.DEGRADED : Status.UP).withDetail("lag", late.toString());
    }
}
