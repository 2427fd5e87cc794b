package org.complaintdesk.uptime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.complaintdesk.platform.TakingJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This node's clock beside the database's, which is the same for all nodes. A node that is minutes ahead fires timers that
 * much early and takes other nodes' jobs out of their hands; one that is behind comes late. So a node whose clock is off takes
 * up no jobs while another one, whose clock is right, does. When there is none it goes on: late or early is better than never,
 * and it may be the database that is wrong.
 */
@Component
class NodeClock {

    private static final Logger LOG = LoggerFactory.getLogger(NodeClock.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TakingJobs jobs;
    private final UptimeProperties settings;
    private volatile Duration ahead = Duration.ZERO;

    NodeClock(JdbcClient jdbc, Clock clock, TakingJobs jobs, UptimeProperties settings, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.jobs = jobs;
        this.settings = settings;
        Gauge.builder("complaintdesk.clock.ahead", () -> ahead.toMillis() / 1000.0).baseUnit("seconds")
                .description("How far this node's clock is ahead of the database's").register(registry);
    }

    /** @param node that has given a sign of life */
    void compare(String node) {
        ahead = measured();
        jdbc.sql("update heartbeat set ahead_millis = ? where node = ?").params(ahead.toMillis(), node).update();
        boolean pause = isOff() && isAnotherRight(node);
        if (jobs.pause(pause)) {
            LOG.warn(pause ? "The clock of this node is {} ahead of the database's: it leaves timers and mail to the others. Check NTP"
                    : "This node takes up timers and mail again; its clock is {} ahead of the database's", ahead);
        }
    }

    Duration ahead() {
        return ahead;
    }

    boolean isOff() {
        return ahead.abs().compareTo(settings.clockMayDiffer()) > 0;
    }

    private Duration measured() {
        Instant before = clock.instant();
        Instant theirs = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
        Instant after = clock.instant();
        return Duration.between(theirs, before.plus(Duration.between(before, after).dividedBy(2)));
    }

    private boolean isAnotherRight(String node) {
        return jdbc.sql("select exists (select 1 from heartbeat where node <> ? and at > now() - interval '150 seconds'"
                + " and abs(ahead_millis) <= ?)").params(node, settings.clockMayDiffer().toMillis()).query(Boolean.class).single();
    }
}
