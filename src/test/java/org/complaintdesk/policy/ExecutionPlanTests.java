package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ExecutionPlanTests {

    @Autowired
    private ExecutionPlan plan;

    static Stream<Arguments> everyPair() {
        return Arrays.stream(Remedy.values())
                .flatMap(remedy -> Arrays.stream(ExecutionStep.values()).map(done -> Arguments.of(remedy, done)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void after_every_step_of_every_remedy_the_customer_hears_what_comes_next(Remedy remedy, ExecutionStep done) {
        ExecutionPlan.Next next = plan.after(remedy, done);

        assertThat(next.step()).isNotEqualTo(ExecutionStep.NONE);
        assertThat(next.nextForCustomer()).contains("您").endsWith("。");
    }

    @ParameterizedTest
    @CsvSource({"RETURN_AND_REFUND, RECEIVE_RETURN EXECUTE CONFIRM_REFUND", "EXCHANGE, RECEIVE_RETURN SHIP",
            "REPAIR, RECEIVE_RETURN SHIP", "RESEND, SHIP", "REFUND, EXECUTE CONFIRM_REFUND",
            "PARTIAL_REFUND, EXECUTE CONFIRM_REFUND", "PRICE_DIFFERENCE, EXECUTE CONFIRM_REFUND",
            "COMPENSATION, EXECUTE CONFIRM_REFUND", "STATUTORY_COMPENSATION, EXECUTE CONFIRM_REFUND", "COUPON, EXECUTE",
            "APOLOGY, EXECUTE", "INVOICE, EXECUTE", "DECLINE_CLAIM, EXECUTE"})
    void a_remedy_is_carried_out_step_by_step_and_then_settled(Remedy remedy, String steps) {
        assertThat(walk(remedy, ExecutionStep.NONE)).isEqualTo(steps + " SETTLED");
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void every_plan_ends_wherever_it_starts(Remedy remedy, ExecutionStep done) {
        assertThat(walk(remedy, done)).endsWith("SETTLED");
    }

    private String walk(Remedy remedy, ExecutionStep from) {
        List<String> steps = new ArrayList<>();
        ExecutionStep step = from;
        do {
            step = plan.after(remedy, step).step();
            steps.add(step.name());
        } while (step != ExecutionStep.SETTLED && steps.size() < 10);
        return String.join(" ", steps);
    }
}
