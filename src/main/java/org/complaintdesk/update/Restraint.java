package org.complaintdesk.update;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much at once is too much.
 *
 * @param noticesAtOnce how many mails of their own a colleague's notices are within {@code noticesWithin}; the rest of them
 *                      becomes one
 * @param noticesWithin in which time they are counted, and how long the rest is gathered
 * @param apologyWithin in which time a customer is apologised to for delays only once, over all their cases
 */
@Validated
@ConfigurationProperties("complaintdesk.update")
record Restraint(@Min(1) @DefaultValue("3") int noticesAtOnce, @DefaultValue("PT5M") Duration noticesWithin,
                 @DefaultValue("PT24H") Duration apologyWithin) {

    @AssertTrue(message = "complaintdesk.update.notices-within must be a time above zero, such as PT5M")
    boolean isNoticesWithinPositive() {
        return noticesWithin.compareTo(Duration.ZERO) > 0;
    }

    @AssertTrue(message = "complaintdesk.update.apology-within must not be below zero")
    boolean isApologyWithinPossible() {
        return !apologyWithin.isNegative();
    }
}
