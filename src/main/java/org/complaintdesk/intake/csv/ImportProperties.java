package org.complaintdesk.intake.csv;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files are taken in.
 *
 * @param largestFile larger uploads are refused
 * @param batch       at most so many rows are taken in within one transaction
 * @param batchTime   a transaction that takes longer takes no further row in; far below the time for which a job is
 *                    locked, or another node would begin the same rows
 * @param retries     how long to wait before each further attempt at a batch; after the last one Cockpit shows an incident
 * @param turn        how long a file waits before it looks again whether another one is still being taken in
 */
@Validated
@ConfigurationProperties("complaintdesk.import")
record ImportProperties(@NotNull @DefaultValue("50MB") DataSize largestFile,
                        @DefaultValue("200") @Min(1) @Max(5_000) int batch,
                        @NotNull @DefaultValue("PT15S") Duration batchTime,
                        @NotEmpty @DefaultValue({"PT5S", "PT30S", "PT5M"}) List<Duration> retries,
                        @NotNull @DefaultValue("PT5S") Duration turn) {

    @AssertTrue(message = "complaintdesk.import.batch-time, .retries and .turn must be times above zero, such as PT30S")
    boolean isEveryWaitLong() {
        return isWait(turn) && isWait(batchTime) && (retries == null || retries.stream().allMatch(ImportProperties::isWait));
    }

    private static boolean isWait(Duration wait) {
        return wait == null || wait.compareTo(Duration.ZERO) > 0;
    }
}
