package org.complaintdesk.platform;

import org.springframework.boot.actuate.health.Status;

/** States of health beside Spring Boot's own; {@code application.yaml} has their order and answers. */
public final class HealthStates {

    /** The desk serves people, and something needs somebody. */
    public static final Status DEGRADED = new Status("DEGRADED");

    private HealthStates() {
    }
}
