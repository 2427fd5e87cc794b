package org.complaintdesk.evidence;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is taken in, and who looks for viruses.
 *
 * @param largestFile    larger files are refused
 * @param filesPerCase   from the customer; staff may add as many
 * @param sizePerCase    of all files from the customer; staff may add as much
 * @param filesPerDraft  of a complaint that is not sent yet
 * @param largestPicture in million pixels; a larger one is kept, and never decoded for a thumbnail
 * @param clamav         where ClamAV listens: {@code host:port}, or the absolute path of its socket; none when not set
 * @param scanWithin     a scan that takes longer counts as no answer
 */
@Validated
@ConfigurationProperties("complaintdesk.evidence")
public record EvidenceProperties(@NotNull @DefaultValue("25MB") DataSize largestFile,
                                 @DefaultValue("30") @Min(1) @Max(1_000) int filesPerCase,
                                 @NotNull @DefaultValue("200MB") DataSize sizePerCase,
                                 @DefaultValue("9") @Min(1) @Max(100) int filesPerDraft,
                                 @DefaultValue("64") @Min(1) @Max(400) int largestPicture,
                                 String clamav,
                                 @NotNull @DefaultValue("PT30S") Duration scanWithin) {

    @AssertTrue(message = "complaintdesk.evidence.clamav must be host:port or the absolute path of a socket")
    boolean isClamavAnAddress() {
        return !isScanned() || ScannerAddress.isAddress(clamav);
    }

    @AssertTrue(message = "complaintdesk.evidence.scan-within must be a time from PT1S to PT4M")
    boolean isScanWithinShort() {
        return scanWithin == null || scanWithin.compareTo(Duration.ofSeconds(1)) >= 0 && scanWithin.compareTo(Duration.ofMinutes(4)) <= 0;
    }

    /** @return whether there is a virus scanner */
    public boolean isScanned() {
        return clamav != null && !clamav.isBlank();
    }
}
