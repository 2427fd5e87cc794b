package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class AuthorityTests {

    @Autowired
    private Authority authority;

    @ParameterizedTest(name = "{0} of {1} at {2} on an order of {3} needs a supervisor: {4}")
    @CsvSource({
            "REFUND, 100, P3, 300, false",
            "REFUND, 100.01, P3, 300, true",
            "REFUND, 80, P2, 80, false",
            "REFUND, 80.01, P2, 80, true",
            "PARTIAL_REFUND, 50, P3, , false",
            "PARTIAL_REFUND, 50.01, P3, , true",
            "COMPENSATION, 1, P1, 300, true",
            "APOLOGY, 0, P1, 300, false",
            "RESEND, 0, P3, , false",
            "STATUTORY_COMPENSATION, 1, P3, 300, true",
            "STATUTORY_COMPENSATION, 0, P3, 300, true",
            "DECLINE_CLAIM, 0, P3, 300, true",
            "COUPON, 20, , 300, false"})
    void the_agent_decides_small_money_and_the_supervisor_the_rest(Remedy remedy, BigDecimal amount, Severity severity,
                                                                   BigDecimal order, boolean approvalNeeded) {
        Authority.Ruling ruling = authority.on(remedy, Money.of(amount), severity, order == null ? null : Money.of(order));

        assertThat(ruling.approvalNeeded()).as(ruling.reason()).isEqualTo(approvalNeeded);
        assertThat(ruling.reason()).isNotBlank();
    }

    @Test
    void no_amount_counts_as_none() {
        assertThat(authority.on(Remedy.EXCHANGE, null, Severity.P2, null).approvalNeeded()).isFalse();
    }
}
