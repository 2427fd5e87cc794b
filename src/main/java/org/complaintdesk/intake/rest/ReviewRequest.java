package org.complaintdesk.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.review.NewReview;

/**
 * The body of {@code POST /api/reviews}.
 *
 * @param externalId what the platform calls the review; with it the request is safe to send again whatever else changed
 * @param rating     1 to 5, whole
 * @param text       missing or empty for a bare rating
 */
record ReviewRequest(@NotBlank @Size(max = 100) String shop, @NotNull Channel platform,
                     @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*") String externalId, @Size(max = 64) String orderNumber,
                     @Size(max = 300) String product,
                     @NotNull @DecimalMin("1") @DecimalMax("5") @Digits(integer = 1, fraction = 0) BigDecimal rating,
                     @Size(max = 10_000) String text, @NotNull OffsetDateTime postedAt,
                     @NotNull @Valid Reviewer reviewer) {

    /** Who wrote it. */
    record Reviewer(@NotBlank @Size(max = 100) String name, @Size(max = 254) String email,
                    @Size(max = 40) String phone, @Size(max = 100) String platformId) {
    }

    NewReview review() {
        return new NewReview(shop, platform, externalId, orderNumber, product, rating.intValue(), text,
                postedAt.toInstant(), new Contact(reviewer.name(), reviewer.email(), reviewer.phone(), reviewer.platformId()));
    }
}
