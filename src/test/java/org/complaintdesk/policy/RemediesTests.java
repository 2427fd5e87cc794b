package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class RemediesTests {

    @Autowired
    private Remedies remedies;

    @ParameterizedTest
    @EnumSource
    void every_category_has_a_remedy_and_none_twice(Category category) {
        assertThat(remedies.fitting(category)).isNotEmpty().extracting(RemedyOption::remedy).doesNotHaveDuplicates();
        assertThat(remedies.fitting(category)).allSatisfy(option -> {
            assertThat(option.evidence()).isNotBlank();
            assertThat(option.limitNote()).isNotBlank();
            assertThat(option.limitFactor()).isNotNegative();
            assertThat(option.limitFloor()).isNotNegative();
        });
    }

    @ParameterizedTest
    @CsvSource({"QUALITY, RETURN_AND_REFUND", "COUNTERFEIT, RETURN_AND_REFUND", "WRONG_OR_MISSING, RESEND",
            "DAMAGED_IN_TRANSIT, RESEND", "LATE_DISPATCH, COMPENSATION", "PRICE, PRICE_DIFFERENCE", "INVOICE, INVOICE",
            "SERVICE_ATTITUDE, APOLOGY", "FOOD_SAFETY, REFUND", "ABUSIVE_CLAIM, DECLINE_CLAIM"})
    void the_best_remedy_comes_first(Category category, Remedy first) {
        assertThat(remedies.fitting(category).get(0).remedy()).isEqualTo(first);
    }

    @Test
    void a_remedy_that_does_not_fit_has_no_conditions() {
        assertThat(remedies.option(Category.INVOICE, Remedy.STATUTORY_COMPENSATION)).isEmpty();
        assertThat(remedies.option(Category.QUALITY, Remedy.REPAIR)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"QUALITY, RETURN_AND_REFUND, 128, 128.00", "QUALITY, EXCHANGE, 128, 0.00", "PRICE, COUPON, 33.33, 10.00",
            "COUNTERFEIT, STATUTORY_COMPENSATION, 1000, 4000.00", "COUNTERFEIT, STATUTORY_COMPENSATION, 20, 700.00"})
    void money_is_limited_by_the_order_but_never_below_a_legal_minimum(Category category, Remedy remedy, BigDecimal order,
                                                                      BigDecimal limit) {
        assertThat(remedies.option(category, remedy).orElseThrow().limit(Money.of(order))).contains(Money.of(limit));
    }

    @ParameterizedTest
    @CsvSource({"STATUTORY_COMPENSATION, 6000", "COMPENSATION, 2000"})
    void loss_that_unsafe_food_has_caused_is_paid_however_small_the_order_was(Remedy remedy, BigDecimal loss) {
        assertThat(remedies.option(Category.FOOD_SAFETY, remedy).orElseThrow().limit(Money.of(new BigDecimal(30))))
                .hasValueSatisfying(limit -> assertThat(Money.of(loss).isMoreThan(limit)).isFalse());
    }

    @Test
    void without_an_order_amount_only_remedies_without_money_have_a_limit() {
        assertThat(remedies.option(Category.QUALITY, Remedy.REFUND).orElseThrow().limit(null)).isEmpty();
        assertThat(remedies.option(Category.QUALITY, Remedy.EXCHANGE).orElseThrow().limit(null)).contains(Money.ZERO);
    }
}
