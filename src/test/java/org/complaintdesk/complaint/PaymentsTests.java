package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintdesk.policy.Money;
import org.junit.jupiter.api.Test;

class PaymentsTests {

    private static CaseEvent it(Happening what) {
        return new CaseEvent(Instant.EPOCH, "amy", what, Map.of());
    }

    private static CaseEvent step(String step, String amount) {
        return new CaseEvent(Instant.EPOCH, "amy", Happening.STEP_DONE,
                amount == null ? Map.of("step", step) : Map.of("step", step, "amount", amount));
    }

    private static String paid(CaseEvent... story) {
        return Payments.beforeReopening(List.of(story)).format();
    }

    @Test
    void money_that_is_arranged_and_then_confirmed_is_paid_once() {
        assertThat(paid(step("RECEIVE_RETURN", null), step("EXECUTE", "80"), step("CONFIRM_REFUND", "80"), it(Happening.REOPENED)))
                .isEqualTo("¥80.00");
    }

    @Test
    void every_time_the_case_was_handled_counts_and_this_time_does_not() {
        assertThat(paid(step("EXECUTE", "80"), it(Happening.REOPENED), step("EXECUTE", "20.50"), it(Happening.REOPENED),
                step("EXECUTE", "7")))
                .isEqualTo("¥100.50");
    }

    @Test
    void what_is_negotiated_again_was_not_paid() {
        assertThat(paid(step("EXECUTE", "80"), it(Happening.RENEGOTIATED), it(Happening.REOPENED)))
                .isEqualTo(Money.ZERO.format());
    }

    @Test
    void payment_that_nobody_had_confirmed_when_the_case_ended_may_be_gone() {
        assertThat(paid(step("EXECUTE", "80"), it(Happening.CLOSED), it(Happening.REOPENING_ASKED), it(Happening.REOPENED)))
                .isEqualTo("¥80.00");
    }
}
