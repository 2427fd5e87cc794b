package org.complaintdesk.insight;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param dueSoon what is due within this time is shown as due soon
 * @param keep    how long figures that were counted are shown before they are counted again
 * @param history how far back the lengths of stays are kept
 */
@Validated
@ConfigurationProperties("complaintdesk.insight")
record InsightProperties(@DefaultValue("PT4H") Duration dueSoon, @DefaultValue("PT10S") Duration keep,
                         @DefaultValue("P400D") Duration history) {

    @AssertTrue(message = "must be between one minute and seven days")
    boolean isDueSoonSensible() {
        return dueSoon.compareTo(Duration.ofMinutes(1)) >= 0 && dueSoon.compareTo(Duration.ofDays(7)) <= 0;
    }

    @AssertTrue(message = "must be between one second and ten minutes")
    boolean isKeepSensible() {
        return keep.compareTo(Duration.ofSeconds(1)) >= 0 && keep.compareTo(Duration.ofMinutes(10)) <= 0;
    }

    @AssertTrue(message = "must be between 31 days and ten years")
    boolean isHistorySensible() {
        return history.compareTo(Duration.ofDays(31)) >= 0 && history.compareTo(Duration.ofDays(3_660)) <= 0;
    }
}
