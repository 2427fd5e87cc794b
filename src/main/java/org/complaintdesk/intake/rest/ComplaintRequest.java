package org.complaintdesk.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.policy.Money;

/**
 * The body of {@code POST /api/complaints}.
 *
 * @param externalId what the complaint is called where it comes from; with shop and channel it makes the request safe
 *                   to send again
 */
record ComplaintRequest(@NotBlank @Size(max = 100) String shop, @NotNull Channel channel,
                        @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*") String externalId, @Size(max = 64) String orderNumber,
                        @DecimalMin("0") @Digits(integer = 7, fraction = 2) BigDecimal orderAmount,
                        @NotBlank @Size(max = 10_000) String description, OffsetDateTime occurredAt,
                        @Size(max = 2_000) String desiredOutcome, @NotNull @Valid Reporter customer) {

    /** Who complains. */
    record Reporter(@NotBlank @Size(max = 100) String name, @Size(max = 254) String email,
                    @Size(max = 40) String phone, @Size(max = 100) String platformId) {
    }

    NewComplaint complaint() {
        return new NewComplaint(CleanText.of(shop), channel, CleanText.of(externalId), CleanText.of(orderNumber),
                orderAmount == null ? null : Money.of(orderAmount), CleanText.of(description),
                occurredAt == null ? null : occurredAt.toInstant(), CleanText.of(desiredOutcome),
                new Contact(customer.name(), customer.email(), customer.phone(), customer.platformId()));
    }
}
