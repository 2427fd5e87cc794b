package org.complaintdesk.intake.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is to read a mailbox, and how reading goes, for every node to see. A node that no longer says so loses its
 * turn; the database's own clock counts, as the nodes' may differ and the desk's may be moved.
 */
@Component
class ReaderTurn {

    private final JdbcClient jdbc;

    ReaderTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How reading goes.
     *
     * @param isRead    whether a node is reading now
     * @param waitsIdle whether the server tells about new mail by itself
     * @param problem   null when all is well
     */
    record Reading(String node, boolean isRead, Instant lookedAt, boolean waitsIdle, String problem, Instant problemSince,
                   Instant comparedAt, Integer inMailbox) {
    }

    /** @return whether it is this node's turn, from now on for so long */
    boolean take(String mailbox, String node, Duration within) {
        return jdbc.sql("""
                        insert into mailbox_reader (mailbox, node, reads_until)
                        values (:mailbox, :node, now() + make_interval(secs => :secs))
                        on conflict (mailbox) do update set node = excluded.node, reads_until = excluded.reads_until
                         where mailbox_reader.node = excluded.node or mailbox_reader.reads_until < now()""")
                .param("mailbox", mailbox).param("node", node).param("secs", within.toMillis() / 1000.0).update() == 1;
    }

    /** Lets another node go on at once. */
    void giveUp(String mailbox, String node) {
        jdbc.sql("update mailbox_reader set reads_until = now() where mailbox = ? and node = ?").params(mailbox, node).update();
    }

    void looked(String mailbox, Instant at, boolean idle, String problem) {
        jdbc.sql("""
                        update mailbox_reader set looked_at = :at, waits_idle = :idle, problem = :problem,
                               problem_since = case when cast(:problem as text) is null then null else coalesce(problem_since, :at) end
                         where mailbox = :mailbox""")
                .param("at", MailStore.timestamp(at)).param("idle", idle).param("problem", problem).param("mailbox", mailbox).update();
    }

    void failed(String mailbox, Instant at, String problem) {
        jdbc.sql("""
                        insert into mailbox_reader (mailbox, node, reads_until, problem, problem_since) values (:mailbox, '', now(), :problem, :at)
                        on conflict (mailbox) do update set problem = excluded.problem,
                               problem_since = coalesce(mailbox_reader.problem_since, excluded.problem_since)""")
                .param("at", MailStore.timestamp(at)).param("problem", problem).param("mailbox", mailbox).update();
    }

    Optional<Reading> of(String mailbox) {
        return jdbc.sql("select *, reads_until > now() as is_read from mailbox_reader where mailbox = ?").param(mailbox)
                .query((row, index) -> new Reading(row.getString("node"), row.getBoolean("is_read"),
                        instant(row.getObject("looked_at", OffsetDateTime.class)), row.getBoolean("waits_idle"), row.getString("problem"),
                        instant(row.getObject("problem_since", OffsetDateTime.class)),
                        instant(row.getObject("compared_at", OffsetDateTime.class)), row.getObject("in_mailbox", Integer.class)))
                .optional();
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
