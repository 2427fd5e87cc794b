package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DeskTest
class DeadlinesTests {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    @Autowired
    private Deadlines deadlines;
    @Autowired
    private Clock clock;
    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void it_is_noon() {
        ClockUtil.setCurrentTime(Date.from(NOON));
    }

    @AfterEach
    void time_runs_again() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"ESCALATION_STEP, P1, PT24H", "FOLLOW_UP, P2, P3D", "CUSTOMER_ANSWER, P3, PT48H",
            "RecordComplaint, P1, PT1H", "RecordComplaint, P3, PT4H", "DiagnoseProblem, P1, PT2H", "DiagnoseProblem, P2, PT4H",
            "DiagnoseProblem, P3, PT8H", "CollectEvidence, P3, PT48H", "ProposeSolution, P1, PT2H", "ApproveSolution, P3, PT4H",
            "RecordCustomerAnswer, P3, PT48H", "ExecuteSolution, P2, PT24H", "ReceiveReturn, P2, P7D",
            "ShipReplacement, P2, PT24H", "ConfirmRefund, P2, PT24H", "FollowUpCustomer, P2, PT24H",
            "SuperviseOverdueCase, P3, PT4H", "HearCustomer, P3, PT24H", "HearShop, P3, PT24H", "DraftAgreement, P3, PT24H",
            "RecordAgreement, P3, PT48H", "TellCustomer, P3, PT4H", "CUSTOMER_REMINDER, P1, PT24H",
            "CUSTOMER_SILENCE, P2, P7D", "SURVEY_REMINDER, P3, P3D", "ReadCustomerMessage, P1, PT1H",
            "ReadCustomerMessage, P3, PT4H", "SomethingNewInTheModel, P3, PT24H"})
    void each_clock_allows_its_time(String clock, Severity severity, Duration within) {
        assertThat(deadlines.within(clock, severity)).isEqualTo(within);
    }

    @Test
    void a_task_is_due_its_time_from_now() {
        assertThat(deadlines.dueAt("DiagnoseProblem", "P1")).isEqualTo(Date.from(NOON.plus(Duration.ofHours(2))));
    }

    @Test
    void before_the_diagnosis_a_case_counts_as_p3() {
        assertThat(deadlines.dueAt("DiagnoseProblem", null)).isEqualTo(deadlines.dueAt("DiagnoseProblem", "P3"));
        assertThat(deadlines.within("DiagnoseProblem", null)).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void the_reminder_comes_at_four_fifths_of_the_time() {
        assertThat(deadlines.reminderAt("ESCALATION_STEP", "P3")).isEqualTo(Date.from(NOON.plus(Duration.ofMinutes(24 * 60 * 4 / 5))));
    }

    @Test
    void an_earlier_moment_can_be_the_start() {
        Instant received = NOON.minus(Duration.ofHours(3));

        assertThat(deadlines.due("ESCALATION_STEP", Severity.P2, received)).isEqualTo(received.plus(Duration.ofHours(24)));
    }

    @Test
    void deadlines_and_timers_read_the_same_clock() {
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void an_unknown_severity_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> deadlines.dueAt("DiagnoseProblem", "P9"));
    }

    @Test
    void models_find_the_deadlines_under_their_name() {
        assertThat(context.getBean("deadlines")).isSameAs(deadlines);
    }
}
