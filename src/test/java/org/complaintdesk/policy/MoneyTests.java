package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    @ParameterizedTest
    @CsvSource({"128, ¥128.00", "99.9, ¥99.90", "0, ¥0.00", "1E+3, ¥1000.00", "5.000, ¥5.00", "' 7 ', ¥7.00",
            "9999999999.99, ¥9999999999.99", "0E+99, ¥0.00"})
    void an_amount_is_shown_in_yuan_with_two_decimals(String text, String shown) {
        assertThat(Money.of(text).format()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.01", "0.001", "abc", "", "1,5", "¥5", "NaN", "10000000000", "1E+999999999", "1E-999999999",
            "1E+2147483647", "1E-2147483647"})
    void what_is_no_amount_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(text));
    }

    @Test
    void amounts_compare_by_value() {
        assertThat(Money.of("5")).isEqualTo(Money.of(new BigDecimal("5.00"))).isLessThan(Money.of("5.01"));
        assertThat(Money.of("5.01").isMoreThan(Money.of("5"))).isTrue();
        assertThat(Money.ZERO.isZero()).isTrue();
    }
}
