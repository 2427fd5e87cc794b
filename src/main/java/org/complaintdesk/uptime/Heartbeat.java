package org.complaintdesk.uptime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The nodes' signs of life. Whoever gives one and finds that nobody did for more than three minutes writes down an outage,
 * so a machine that slept and a database that was away count like a desk that was stopped. The database's own clock measures
 * the gap: the nodes' may differ, and the desk's may be moved, which is no outage.
 */
@Component
class Heartbeat {

    static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final JdbcClient jdbc;
    private final Outages outages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Heartbeat(JdbcClient jdbc, Outages outages, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.outages = outages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param node any name that no other node has */
    void beat(String node) {
        transaction.executeWithoutResult(status -> {
            // Nodes that come back together find the silence only once.
            jdbc.sql("lock table heartbeat in share row exclusive mode").update();
            Duration silence = silence();
            if (silence.compareTo(LONGEST_SILENCE) > 0) {
                Instant now = clock.instant();
                outages.add(now.minus(silence), now);
                LOG.warn("The desk did not run for {}; alarms of that time come now", silence);
            }
            jdbc.sql("delete from heartbeat where at < now() - interval '1 day' and node <> ?").param(node).update();
            jdbc.sql("insert into heartbeat (node, at) values (?, now()) on conflict (node) do update set at = excluded.at")
                    .param(node).update();
        });
    }

    /** @return since the latest sign of life of any node; zero when there never was one */
    private Duration silence() {
        return jdbc.sql("select coalesce(extract(epoch from clock_timestamp() - max(at)), 0) * 1000 from heartbeat")
                .query(Long.class).optional().map(Duration::ofMillis).orElse(Duration.ZERO);
    }
}
