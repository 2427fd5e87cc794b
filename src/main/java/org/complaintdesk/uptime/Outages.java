package org.complaintdesk.uptime;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times in which the desk did not run; found by {@link Heartbeat}, kept for good. */
@Component
public class Outages {

    private static final String OUTAGE = """
            select o.*, (select count(*) from late_alarm l where l.outage_id = o.id and %s) as late
              from outage o
            """.formatted(LateAlarms.SEEN);
    private static final RowMapper<Outage> ROW = (row, index) -> new Outage(row.getLong("id"),
            row.getObject("began_at", OffsetDateTime.class).toInstant(),
            row.getObject("ended_at", OffsetDateTime.class).toInstant(), row.getLong("late"));

    private final JdbcClient jdbc;

    Outages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hidden alarms of cases of these shops are not counted
     * @return the latest first
     */
    public List<Outage> latest(int atMost, Collection<String> hidden) {
        return jdbc.sql(OUTAGE + "order by o.ended_at desc, o.id desc limit :most").param("most", atMost)
                .param("hidden", hidden.toArray(String[]::new)).query(ROW).list();
    }

    public Outage get(long id) {
        return jdbc.sql(OUTAGE + "where o.id = :id").param("id", id).param("hidden", new String[0]).query(ROW).single();
    }

    void add(Instant from, Instant until) {
        jdbc.sql("insert into outage (began_at, ended_at) values (:from, :until)")
                .param("from", timestamp(from)).param("until", timestamp(until)).update();
    }

    static OffsetDateTime timestamp(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
