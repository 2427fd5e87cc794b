package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who change the clocks of one case at the same moment, as two nodes do. */
@DeskTest
class ClocksAtOnceTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final CaseTraits P3 = new CaseTraits(Severity.P3, null, null, null);

    @Autowired
    private CaseClocks clocks;
    @Autowired
    private TransactionTemplate transaction;

    private final String number = "R-" + Long.toHexString(System.nanoTime());
    private final ClockKey settlement = ClockKey.of(number, ClockName.SETTLEMENT);
    private final ExecutorService people = Executors.newFixedThreadPool(4);

    @BeforeEach
    void it_is_noon() {
        ClockUtil.setCurrentTime(Date.from(NOON));
    }

    @AfterEach
    void time_runs_again() {
        people.shutdownNow();
        ClockUtil.reset();
    }

    @Test
    void two_nodes_that_fire_one_timer_raise_one_alarm() throws Exception {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        ClockUtil.setCurrentTime(Date.from(NOON.plusSeconds(24 * 3600)));

        List<RaisedAlarm> raised = allAtOnce(4, () -> clocks.raiseEscalation(number, 0)).stream()
                .flatMap(List::stream).toList();

        assertThat(raised).extracting(RaisedAlarm::level).containsExactly(AlarmLevel.BREACH_1);
    }

    @Test
    void a_clock_two_start_at_once_is_started_once() throws Exception {
        allAtOnce(4, () -> {
            clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
            return null;
        });

        assertThat(clocks.of(number)).singleElement().satisfies(view -> assertThat(view.ledger()).hasSize(1));
    }

    @Test
    void whoever_comes_second_waits_and_sees_what_the_first_has_done() throws Exception {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> first = people.submit(() -> transaction.executeWithoutResult(status -> {
            clocks.pause(settlement, "amy", PauseReason.of("EVIDENCE"));
            paused.countDown();
            await(mayCommit);
        }));
        await(paused);
        ClockUtil.setCurrentTime(Date.from(NOON.plusSeconds(24 * 3600)));
        Future<List<RaisedAlarm>> timer = people.submit(() -> clocks.raiseEscalation(number, 0));

        assertThat(waits(timer)).isTrue();
        mayCommit.countDown();
        first.get(10, TimeUnit.SECONDS);

        assertThat(timer.get(10, TimeUnit.SECONDS)).as("no alarm while it waits").isEmpty();
    }

    private <T> List<T> allAtOnce(int many, Callable<T> work) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(people.submit(() -> {
                await(go);
                return work.call();
            }));
        }
        go.countDown();
        List<T> results = new ArrayList<>();
        for (Future<T> one : all) {
            results.add(one.get(20, TimeUnit.SECONDS));
        }
        return results;
    }

    private static boolean waits(Future<?> work) throws Exception {
        try {
            work.get(300, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException stillThere) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
