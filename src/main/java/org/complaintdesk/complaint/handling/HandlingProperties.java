package org.complaintdesk.complaint.handling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the complaint flow.
 *
 * @param proposalRounds after so many declined proposals the case goes to mediation
 */
@Validated
@ConfigurationProperties("complaintdesk.handling")
record HandlingProperties(@DefaultValue("3") @Min(1) @Max(20) int proposalRounds) {
}
