package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class CaseClocksTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final CaseTraits P3 = new CaseTraits(Severity.P3, null, "TMALL", "酒类旗舰店");

    @Autowired
    private CaseClocks clocks;

    private final String number = "T-" + Long.toHexString(System.nanoTime());
    private final ClockKey settlement = ClockKey.of(number, ClockName.SETTLEMENT);

    @BeforeEach
    void it_is_noon() {
        ClockUtil.setCurrentTime(Date.from(NOON));
    }

    @AfterEach
    void time_runs_again() {
        ClockUtil.reset();
    }

    @Test
    void a_clock_is_kept_with_all_that_explains_it() {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");

        ClockView view = clocks.view(settlement).orElseThrow();
        assertThat(view.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(view.state()).isEqualTo(ClockState.RUNNING);
        assertThat(view.rule()).isEqualTo("客服手册：售后问题24小时内处理完毕");
        assertThat(view.ledger()).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo(ClockChange.STARTED);
            assertThat(line.by()).isEqualTo("amy");
            assertThat(line.dueAt()).isEqualTo(view.dueAt());
        });
        assertThat(clocks.nextReminder(number)).isEqualTo(NOON.plus(Duration.ofMinutes(24 * 60 * 4 / 5)));
        assertThat(clocks.nextEscalation(number)).isEqualTo(view.dueAt());
    }
}
