package org.complaintdesk.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.complaintdesk.platform.TakingJobs;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node whose clock is off notices, says so, and leaves jobs to those that are right. */
@DeskTest
class NodeClockTests {

    private static final UptimeProperties SETTINGS = new UptimeProperties(Duration.ofMinutes(1));

    @Autowired Heartbeat heartbeat;
    @Autowired JdbcClient jdbc;

    private final TakingJobs jobs = new TakingJobs();
    private MeterRegistry registry;

    @BeforeEach
    @AfterEach
    void nobody_runs() {
        jdbc.sql("delete from heartbeat").update();
    }

    @Test
    void a_clock_that_agrees_with_the_databases_is_well() {
        NodeClock clock = node("a", Duration.ZERO);

        assertThat(clock.ahead().abs()).isLessThan(Duration.ofSeconds(10));
        assertThat(new ClockHealthIndicator(clock).health().getStatus()).isEqualTo(Status.UP);
        assertThat(jobs.isPaused()).isFalse();
    }

    @Test
    void a_node_that_is_ahead_leaves_jobs_to_one_that_is_right() {
        node("b", Duration.ZERO);

        NodeClock clock = node("a", Duration.ofMinutes(7));

        assertThat(new ClockHealthIndicator(clock).health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(registry.get("complaintdesk.clock.ahead").gauge().value()).isBetween(410.0, 430.0);
        assertThat(jobs.isPaused()).isTrue();
    }

    @Test
    void one_that_is_behind_does_too() {
        node("b", Duration.ZERO);

        assertThat(node("a", Duration.ofMinutes(-7)).isOff()).isTrue();
        assertThat(jobs.isPaused()).isTrue();
    }

    @Test
    void a_node_that_is_alone_goes_on_for_late_or_early_is_better_than_never() {
        assertThat(node("a", Duration.ofMinutes(7)).isOff()).isTrue();
        assertThat(jobs.isPaused()).isFalse();
    }

    @Test
    void all_go_on_when_it_is_the_database_that_is_wrong() {
        node("b", Duration.ofMinutes(7));
        node("a", Duration.ofMinutes(7));

        assertThat(jobs.isPaused()).isFalse();
    }

    @Test
    void it_goes_on_when_the_one_that_is_right_gives_no_sign_of_life_any_more() {
        node("b", Duration.ZERO);
        jdbc.sql("update heartbeat set at = now() - interval '3 minutes'").update();

        node("a", Duration.ofMinutes(7));

        assertThat(jobs.isPaused()).isFalse();
    }

    @Test
    void it_takes_jobs_up_again_when_its_clock_was_put_right() {
        node("b", Duration.ZERO);
        node("a", Duration.ofMinutes(7));

        node("a", Duration.ofSeconds(2));

        assertThat(jobs.isPaused()).isFalse();
    }

    /** A node gives a sign of life, and looks at its clock. */
    private NodeClock node(String name, Duration ahead) {
        registry = new SimpleMeterRegistry();
        NodeClock clock = new NodeClock(jdbc, Clock.offset(Clock.systemUTC(), ahead), jobs, SETTINGS, registry);
        heartbeat.beat(name);
        clock.compare(name);
        return clock;
    }
}
