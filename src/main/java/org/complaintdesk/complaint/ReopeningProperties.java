package org.complaintdesk.complaint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a customer can take up a case again.
 *
 * @param reopenWithin counted from the end of the case
 */
@Validated
@ConfigurationProperties("complaintdesk.handling")
public record ReopeningProperties(@DefaultValue("P30D") Duration reopenWithin) {
}
