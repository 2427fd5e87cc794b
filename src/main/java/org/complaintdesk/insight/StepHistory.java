package org.complaintdesk.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.complaintdesk.platform.DeskProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts each stay at a step once, soon after it ended, from the engine's history: some minutes of it at a time, by the index
 * on the end. What was counted stays when the engine's history is cleaned up.
 */
@Component
class StepHistory {

    /** What ended before this long is committed by now. */
    private static final Duration SETTLES = Duration.ofMinutes(2);
    private static final Duration AT_ONCE = Duration.ofHours(1);
    /** Where a case can stay; gateways, beginnings and ends take no time. */
    static final String STEPS = """
            (h.act_type_ in ('userTask', 'receiveTask', 'sendTask', 'serviceTask', 'businessRuleTask', 'callActivity', 'eventBasedGateway')
             or h.act_type_ like 'intermediate%')""";

    private final JdbcClient jdbc;
    private final InsightProperties settings;
    private final ZoneId zone;
    private final Clock clock;

    StepHistory(JdbcClient jdbc, InsightProperties settings, DeskProperties desk, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.zone = desk.zone();
        this.clock = clock;
    }

    /** @return whether there may be more to count */
    @Transactional
    public boolean countNext() {
        Instant settled = clock.instant().minus(SETTLES);
        Optional<Instant> next = firstEnd(readUpTo(), settled);
        next.ifPresent(from -> count(from, earlier(from.plus(AT_ONCE), settled)));
        return next.isPresent();
    }

    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from step_stay where day < :day")
                .param("day", clock.instant().minus(settings.history()).atZone(zone).toLocalDate()).update();
    }

    private Instant readUpTo() {
        Instant oldest = clock.instant().minus(settings.history());
        jdbc.sql("insert into step_stay_reading (read_up_to) values (?) on conflict do nothing").param(utc(oldest)).update();
        return jdbc.sql("select read_up_to from step_stay_reading for update").query(OffsetDateTime.class).single().toInstant();
    }

    private Optional<Instant> firstEnd(Instant from, Instant to) {
        return jdbc.sql("select end_time_ from act_hi_actinst where end_time_ >= ? and end_time_ < ? order by end_time_ limit 1")
                .params(Timestamp.from(from), Timestamp.from(to)).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    private void count(Instant from, Instant to) {
        jdbc.sql("""
                        insert into step_stay (day, process, step, shop, length, stays, seconds, longest)
                        select (h.end_time_::timestamptz at time zone :zone)::date, h.proc_def_key_, h.act_id_,
                               coalesce(h.tenant_id_, ''), %s, count(*), sum(h.duration_ / 1000), max(h.duration_ / 1000)
                          from act_hi_actinst h
                         where h.end_time_ >= :from and h.end_time_ < :to and %s
                           and h.proc_def_key_ is not null and h.duration_ is not null
                         group by 1, 2, 3, 4, 5
                        on conflict (process, day, step, shop, length) do update
                           set stays = step_stay.stays + excluded.stays, seconds = step_stay.seconds + excluded.seconds,
                               longest = greatest(step_stay.longest, excluded.longest)"""
                        .formatted(Lengths.CLASS.formatted("h.duration_ / 1000"), STEPS))
                .param("zone", zone.getId()).param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).update();
        jdbc.sql("update step_stay_reading set read_up_to = ?").param(utc(to)).update();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
