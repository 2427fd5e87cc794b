package org.complaintdesk.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the reviews.
 *
 * @param highestRating   reviews with a better rating open no case and are only counted
 * @param contactAttempts after so many attempts in vain the reviewer counts as unreachable
 */
@Validated
@ConfigurationProperties("complaintdesk.review")
public record ReviewProperties(@DefaultValue("3") @Min(1) @Max(5) int highestRating,
                               @DefaultValue("3") @Min(1) @Max(10) int contactAttempts) {
}
