package org.complaintdesk.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much anyone may send to customers' pages, so that a flood there slows nobody else. Of what is beyond these limits
 * only the text is read.
 *
 * @param largest           of one form with all its files; not more than {@code spring.servlet.multipart.max-file-size}
 * @param atOnce            forms with files that are read at the same time
 * @param perAddressAndHour of all forms with files from one address
 * @param perHour           of all forms with files
 */
@Validated
@ConfigurationProperties("complaintdesk.customer-forms")
public record CustomerFormLimits(@NotNull @DefaultValue("48MB") DataSize largest,
                                 @DefaultValue("10") @Min(1) @Max(100) int atOnce,
                                 @NotNull @DefaultValue("500MB") DataSize perAddressAndHour,
                                 @NotNull @DefaultValue("10GB") DataSize perHour) {
}
