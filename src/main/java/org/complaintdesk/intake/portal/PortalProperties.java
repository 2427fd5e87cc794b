package org.complaintdesk.intake.portal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.complaintdesk.platform.Limit;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the portal lets through. Many customers may share one address.
 *
 * @param perAddressAndHour      complaints from one address
 * @param perHour                complaints in all
 * @param linksPerAddressAndHour how often a lost link may be asked for from one address
 * @param linksPerCaseAndDay     how often the link of one case is sent
 * @param fastest                whoever fills in the form in less is taken for a program
 * @param formFor                how long a form can be sent after it was opened
 * @param receiptFor             how long the page after sending can be looked at
 */
@Validated
@ConfigurationProperties("complaintdesk.portal")
record PortalProperties(@DefaultValue("20") @Min(1) @Max(100_000) int perAddressAndHour,
                        @DefaultValue("300") @Min(1) @Max(100_000) int perHour,
                        @DefaultValue("10") @Min(1) @Max(100_000) int linksPerAddressAndHour,
                        @DefaultValue("3") @Min(1) @Max(1_000) int linksPerCaseAndDay,
                        @NotNull @DefaultValue("PT3S") Duration fastest,
                        @NotNull @DefaultValue("P1D") @DurationMin(minutes = 10) Duration formFor,
                        @NotNull @DefaultValue("P1D") @DurationMin(minutes = 10) Duration receiptFor) {

    private static final Duration HOUR = Duration.ofHours(1);

    Limit complaintsOfOne() {
        return new Limit("portal-complaints-of-one", perAddressAndHour, HOUR);
    }

    Limit complaintsOfAll() {
        return new Limit("portal-complaints-of-all", perHour, HOUR);
    }

    Limit linksForOne() {
        return new Limit("portal-links-for-one", linksPerAddressAndHour, HOUR);
    }

    Limit linksOfCase() {
        return new Limit("portal-links-of-case", linksPerCaseAndDay, Duration.ofDays(1));
    }
}
