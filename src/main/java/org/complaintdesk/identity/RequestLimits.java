package org.complaintdesk.identity;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one person may ask of one node within a minute, so that a program gone wild slows nobody else.
 *
 * @param programsPerMinute of {@code /api}, {@code /engine-rest} and {@code /actuator}
 * @param pagesPerMinute    of staff pages, and as much again of what Tasklist, Cockpit and Admin fetch
 */
@Validated
@ConfigurationProperties("complaintdesk.requests")
record RequestLimits(@DefaultValue("6000") @Min(10) int programsPerMinute, @DefaultValue("1200") @Min(10) int pagesPerMinute) {
}
