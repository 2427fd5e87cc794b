package org.complaintdesk.policy;

import java.math.BigDecimal;
import java.util.Objects;

/** An amount in yuan with two decimals, never negative, below ten billion. */
public record Money(BigDecimal yuan) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    private static final int DECIMALS = 2;
    private static final int DIGITS_BEFORE_THE_POINT = 10;

    /** @throws IllegalArgumentException when negative, too large or finer than a fen */
    public Money {
        Objects.requireNonNull(yuan, "yuan");
        if (yuan.signum() < 0) {
            throw new IllegalArgumentException("An amount cannot be negative: " + yuan);
        }
        if (yuan.signum() == 0) {
            yuan = BigDecimal.ZERO;
        }
        // Long arithmetic, and before the scale is set: 1E+999999999 is a short text but a huge number.
        if ((long) yuan.precision() - yuan.scale() > DIGITS_BEFORE_THE_POINT) {
            throw new IllegalArgumentException("An amount must be below ten billion yuan");
        }
        if (yuan.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("An amount has at most two decimals");
        }
        yuan = yuan.setScale(DECIMALS);
    }

    /** @throws IllegalArgumentException when negative, too large or finer than a fen */
    public static Money of(BigDecimal yuan) {
        return new Money(yuan);
    }

    /**
     * @param yuan a plain decimal number such as {@code 128} or {@code 99.90}; surrounding blanks are ignored
     * @throws IllegalArgumentException when it is no number, negative, too large or finer than a fen
     */
    public static Money of(String yuan) {
        try {
            return new Money(new BigDecimal(yuan.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not an amount: " + yuan, e);
        }
    }

    public boolean isZero() {
        return yuan.signum() == 0;
    }

    /** @throws IllegalArgumentException when the sum is too large */
    public Money plus(Money other) {
        return new Money(yuan.add(other.yuan));
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    /** @return for people, such as {@code ¥128.00} */
    public String format() {
        return "¥" + yuan.toPlainString();
    }

    @Override
    public String toString() {
        return format();
    }
}
