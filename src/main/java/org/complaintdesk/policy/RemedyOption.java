package org.complaintdesk.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One remedy that fits a category.
 *
 * @param evidence    what should be on the file before it is proposed, in the installation's language
 * @param limitFactor the amount is at most this multiple of the order amount; 0 means the remedy carries no money
 * @param limitNote   the limit in words, in the installation's language
 * @param limitFloor  up to this many yuan are allowed however small the order was, such as a legal minimum,
 *                    or a loss that may be far above it
 */
public record RemedyOption(Remedy remedy, String evidence, BigDecimal limitFactor, String limitNote, BigDecimal limitFloor) {

    /** @return whether the remedy carries money at all */
    public boolean carriesMoney() {
        return limitFactor.signum() > 0;
    }

    /**
     * @param orderAmount null when it is not known
     * @return the highest amount this remedy allows; empty when the order amount is not known and money is carried
     */
    public Optional<Money> limit(Money orderAmount) {
        if (!carriesMoney()) {
            return Optional.of(Money.ZERO);
        }
        return Optional.ofNullable(orderAmount).map(amount -> Money.of(
                amount.yuan().multiply(limitFactor).max(limitFloor).setScale(2, RoundingMode.DOWN)));
    }
}
