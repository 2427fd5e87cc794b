package org.complaintdesk.uptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.deadline.AlarmLevel;
import org.complaintdesk.deadline.AlarmRaised;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An outage is found when the desk is back, and says why alarms were late. */
@DeskTest
class UptimeTests {

    @Autowired
    private Heartbeat heartbeat;
    @Autowired
    private Outages outages;
    @Autowired
    private LateAlarms lateAlarms;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;
    @Autowired
    private ApplicationEventPublisher events;

    private final String caseNumber = "C-" + UUID.randomUUID().toString().substring(0, 13);

    @BeforeEach
    @AfterEach
    void nobodyEverRan() {
        jdbc.sql("delete from late_alarm").update();
        jdbc.sql("delete from outage").update();
        jdbc.sql("delete from heartbeat").update();
        ClockUtil.reset();
    }

    @Test
    void the_first_start_of_all_is_no_outage() {
        heartbeat.beat("a");

        assertThat(outages.latest(10, List.of())).isEmpty();
    }

    @Test
    void a_restart_within_three_minutes_is_no_outage() {
        lastBeat("a", Duration.ofSeconds(170));

        heartbeat.beat("a");

        assertThat(outages.latest(10, List.of())).isEmpty();
    }

    @Test
    void after_an_outage_it_is_known_from_when_until_when() {
        lastBeat("a", Duration.ofHours(5));
        lastBeat("b", Duration.ofHours(4));

        heartbeat.beat("a");
        heartbeat.beat("a");

        assertThat(outages.latest(10, List.of())).singleElement().satisfies(outage -> {
            assertThat(outage.until()).isCloseTo(clock.instant(), within(10, ChronoUnit.SECONDS));
            assertThat(outage.length()).isCloseTo(Duration.ofHours(4), Duration.ofSeconds(10));
            assertThat(outages.get(outage.id())).isEqualTo(outage);
        });
    }

    @Test
    void while_one_node_runs_the_desk_runs() {
        lastBeat("a", Duration.ofHours(5));
        lastBeat("b", Duration.ofSeconds(30));

        heartbeat.beat("a");

        assertThat(outages.latest(10, List.of())).isEmpty();
    }

    @Test
    void a_clock_that_is_moved_is_no_outage() {
        heartbeat.beat("a");
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofDays(1))));

        heartbeat.beat("a");

        assertThat(outages.latest(10, List.of())).isEmpty();
    }

    @Test
    void nodes_that_come_back_at_once_write_down_one_outage() throws Exception {
        lastBeat("a", Duration.ofHours(1));
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> starts = List.of("a", "b", "c", "d").stream().<Future<?>>map(node -> nodes.submit(() -> {
                together.await();
                heartbeat.beat(node);
                return null;
            })).toList();
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(outages.latest(10, List.of())).hasSize(1);
    }

    @Test
    void an_alarm_in_time_is_not_kept() {
        raised(ClockName.SETTLEMENT, AlarmLevel.BREACH_1, clock.instant().minusSeconds(100));

        assertThat(lateAlarms.count(null, List.of(), 1)).isZero();
    }

    @Test
    void an_alarm_of_the_outage_says_so() {
        lastBeat("a", Duration.ofHours(4));
        heartbeat.beat("a");

        raised(ClockName.SETTLEMENT, AlarmLevel.BREACH_1, clock.instant().minus(Duration.ofHours(1)));

        Outage outage = outages.latest(1, List.of()).get(0);
        assertThat(outage.late()).isEqualTo(1);
        assertThat(lateAlarms.of(caseNumber)).singleElement().satisfies(late -> {
            assertThat(late.cause()).isEqualTo(LateCause.OUTAGE);
            assertThat(late.outage()).hasValue(outage.id());
            assertThat(late.late()).isCloseTo(Duration.ofHours(1), Duration.ofSeconds(5));
        });
        assertThat(lateAlarms.latest(LateCause.OUTAGE, List.of(), 0, 10)).hasSize(1);
        assertThat(lateAlarms.latest(LateCause.LOAD, List.of(), 0, 10)).isEmpty();
    }

    @Test
    void an_alarm_that_is_late_though_the_desk_ran_is_load() {
        lastBeat("a", Duration.ofHours(4));
        heartbeat.beat("a");
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofHours(2))));

        raised(ClockName.PROPOSAL, AlarmLevel.WARNING, clock.instant().minus(Duration.ofMinutes(10)));

        assertThat(lateAlarms.latest(null, List.of(), 0, 10)).singleElement().satisfies(late -> {
            assertThat(late.cause()).isEqualTo(LateCause.LOAD);
            assertThat(late.outage()).isEmpty();
        });
        assertThat(lateAlarms.count(LateCause.LOAD, List.of(), 1)).isEqualTo(1);
    }

    private void raised(ClockName name, AlarmLevel level, Instant moment) {
        events.publishEvent(new AlarmRaised(new RaisedAlarm(ClockKey.of(caseNumber, name), level, 1, moment, clock.instant(), moment,
                level.isBreach(), false)));
    }

    private void lastBeat(String node, Duration ago) {
        jdbc.sql("insert into heartbeat (node, at) values (?, now() - make_interval(secs => ?))").params(node, (double) ago.toSeconds())
                .update();
    }
}
