package org.complaintdesk.platform;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the engine deletes history, and which. What is not set is kept as long as its model says.
 *
 * @param window    hours of the day, in the installation's zone, in which expired history is deleted; {@code off} for never
 * @param atOnce    so many jobs delete at the same time, spread over the nodes
 * @param cases     history of a complaint or review, from its beginning
 * @param messages  of a message to somebody
 * @param intake    of files and mails taken in
 * @param decisions of what tables decided
 */
@Validated
@ConfigurationProperties("complaintdesk.history")
record HistoryProperties(@DefaultValue("03:00-05:00") QuietHours window, @DefaultValue("1") @Min(1) @Max(8) int atOnce,
                         Duration cases, Duration messages, Duration intake, Duration decisions) {

    @AssertTrue(message = "history is kept for whole days, from one to a hundred years of them")
    boolean isKeptForDays() {
        return Stream.of(cases, messages, intake, decisions)
                .allMatch(kept -> kept == null || kept.toDays() >= 1 && kept.toDays() <= 36_525
                        && Duration.ofDays(kept.toDays()).equals(kept));
    }
}
