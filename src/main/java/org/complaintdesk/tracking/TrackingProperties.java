package org.complaintdesk.tracking;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the customer's page.
 *
 * @param validAfterClosing how long a private link is good for after its case was closed
 * @param renewedFor        how long a link that was asked for after that is good for
 */
@Validated
@ConfigurationProperties("complaintdesk.tracking")
record TrackingProperties(@DefaultValue("P90D") @DurationMin(days = 1) Duration validAfterClosing,
                          @DefaultValue("P30D") @DurationMin(days = 1) Duration renewedFor) {
}
