package org.complaintdesk.deadline;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the deadlines; the durations themselves are in the decision table {@code deadline}.
 *
 * @param reminderShare the part of the allowed time after which the assignee is reminded, 0.8 for 80 %
 */
@Validated
@ConfigurationProperties("complaintdesk.deadline")
record DeadlineProperties(@DefaultValue("0.8") @DecimalMin("0.05") @DecimalMax("0.99") BigDecimal reminderShare) {
}
