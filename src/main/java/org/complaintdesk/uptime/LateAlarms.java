package org.complaintdesk.uptime;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.complaintdesk.deadline.AlarmRaised;
import org.complaintdesk.deadline.RaisedAlarm;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what was late: alarms that did not come at their moment, and why. */
@Component
public class LateAlarms {

    /** The timers' own waiting and a busy minute; what comes within that is in time. */
    static final Duration IN_TIME = Duration.ofMinutes(2);

    /** Leaves out the rows {@code l} about cases of hidden shops. */
    static final String SEEN = "not exists (select 1 from case_shop k where k.number = l.case_number and k.shop = any(:hidden))";

    private static final String OF_CAUSE = """
             from late_alarm l where (cast(:cause as text) is null or (outage_id is not null) = (:cause = 'OUTAGE')) and %s
            """.formatted(SEEN);
    private static final RowMapper<LateAlarm> ROW = (row, index) -> {
        long outage = row.getLong("outage_id");
        return new LateAlarm(row.getLong("id"), row.getString("case_number"), row.getString("clock"),
                row.getString("subject"), row.getString("level"), row.getObject("moment", OffsetDateTime.class).toInstant(),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                outage == 0 ? OptionalLong.empty() : OptionalLong.of(outage));
    };

    private final JdbcClient jdbc;

    LateAlarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param cause  null for all
     * @param hidden alarms of cases of these shops are left out
     * @return the latest first
     */
    public List<LateAlarm> latest(LateCause cause, Collection<String> hidden, long offset, int atMost) {
        return jdbc.sql("select *" + OF_CAUSE
                        + "order by raised_at desc, id desc offset :offset limit :limit")
                .param("cause", name(cause)).param("hidden", hidden.toArray(String[]::new)).param("offset", offset).param("limit", atMost).query(ROW).list();
    }

    /** @return how many {@link #latest} has in all; one more than the most stands for all beyond */
    public long count(LateCause cause, Collection<String> hidden, int most) {
        return jdbc.sql("select count(*) from (select" + OF_CAUSE + "limit :most) counted").param("cause", name(cause))
                .param("hidden", hidden.toArray(String[]::new)).param("most", most + 1).query(Long.class).single();
    }

    /** @return those of one case, in the order in which they should have come */
    public List<LateAlarm> of(String caseNumber) {
        return jdbc.sql("select * from late_alarm where case_number = ? order by moment, id").param(caseNumber)
                .query(ROW).list();
    }

    /** Keeps it when it is late, with the latest outage that lay between, in the transaction that raises it. */
    @EventListener
    void raised(AlarmRaised raised) {
        RaisedAlarm alarm = raised.alarm();
        if (Duration.between(alarm.moment(), alarm.raisedAt()).compareTo(IN_TIME) <= 0) {
            return;
        }
        jdbc.sql("""
                        insert into late_alarm (case_number, clock, subject, level, moment, raised_at, outage_id)
                        values (:case, :clock, :subject, :level, :moment, :raised,
                                (select id from outage where began_at < :raised and ended_at > :moment
                                  order by ended_at desc limit 1))""")
                .param("case", alarm.clock().caseNumber()).param("clock", alarm.clock().name().name())
                .param("subject", alarm.clock().subject()).param("level", alarm.level().name())
                .param("moment", Outages.timestamp(alarm.moment())).param("raised", Outages.timestamp(alarm.raisedAt())).update();
    }

    private static String name(LateCause cause) {
        return cause == null ? null : cause.name();
    }
}
