package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class CustomerSilenceTests {

    @Autowired
    private DecisionTables tables;

    @ParameterizedTest(name = "a {2} of {0} at {1} that reaches the customer: {3} comes to {4}")
    @CsvSource({
            "PROPOSAL, P2, REFUND, true, ACCEPT",
            "PROPOSAL, P3, COUPON, true, ACCEPT",
            "PROPOSAL, P3, RESEND, true, ACCEPT",
            "PROPOSAL, P2, RETURN_AND_REFUND, true, CLOSE",
            "PROPOSAL, P2, EXCHANGE, true, CLOSE",
            "PROPOSAL, P3, REPAIR, true, CLOSE",
            "PROPOSAL, P3, DECLINE_CLAIM, true, CLOSE",
            "PROPOSAL, P2, STATUTORY_COMPENSATION, true, KEEP_ASKING",
            "PROPOSAL, P1, REFUND, true, KEEP_ASKING",
            "PROPOSAL, P3, REFUND, false, KEEP_ASKING",
            "AGREEMENT, P2, REFUND, true, CLOSE",
            "AGREEMENT, P1, REFUND, true, KEEP_ASKING",
            "AGREEMENT, P2, REFUND, false, KEEP_ASKING"})
    void silence_gives_what_is_due_and_decides_nothing_grave(String waitingFor, String severity, Remedy remedy,
                                                             boolean reachable, String silence) {
        List<Map<String, Object>> rules = tables.evaluate("customer-silence", Map.of("waitingFor", waitingFor,
                "severity", severity, "remedy", remedy.name(), "reachable", reachable));

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule).containsEntry("silence", silence);
            assertThat(rule.get("reason")).asString().isNotBlank();
        });
    }
}
