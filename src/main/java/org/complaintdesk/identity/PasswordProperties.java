package org.complaintdesk.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What new passwords must be.
 *
 * @param length the fewest characters, 10 to 64
 */
@Validated
@ConfigurationProperties("complaintdesk.password")
record PasswordProperties(@DefaultValue("12") @Min(10) @Max(64) int length) {
}
