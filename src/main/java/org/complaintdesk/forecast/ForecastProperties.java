package org.complaintdesk.forecast;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param history    how far back finished cases are learned from
 * @param ordersWork whether cases that are likely to be late go up in task lists
 */
@Validated
@ConfigurationProperties("complaintdesk.forecast")
record ForecastProperties(@DefaultValue("P180D") Duration history, @DefaultValue("true") boolean ordersWork) {

    @AssertTrue(message = "must be between one day and ten years")
    boolean isHistorySensible() {
        return history.compareTo(Duration.ofDays(1)) >= 0 && history.compareTo(Duration.ofDays(3_660)) <= 0;
    }
}
