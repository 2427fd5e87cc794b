package org.complaintdesk.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintdesk.identity.ShopScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long cases stayed at the steps of a flow, and how long those stay that stand there now. */
@Component
class StepRows {

    /** Counting who stands where reads every open step of a flow. */
    private static final Duration KEEP = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Kept<String, List<Standing>> kept;

    StepRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kept = new Kept<>(KEEP, clock, this::countStanding);
    }

    private record Standing(String step, String shop, int length, long count, long seconds, Instant since) {
    }

    /** @param since when the one that stands there longest arrived */
    record Now(Lengths lengths, Instant since) {
    }

    /** One case at a step. */
    record AtStep(String instance, String businessKey, Instant since, String assignee) {
    }

    /**
     * @param to the day after the last one
     * @return by step
     */
    Map<String, Lengths> stayed(String process, LocalDate from, LocalDate to, ShopScope seen) {
        Map<String, Lengths> steps = new HashMap<>();
        jdbc.sql("""
                        select step, length, sum(stays) as stays, sum(seconds) as seconds, max(longest) as longest from step_stay
                         where process = :process and day >= :from and day < :to and %s group by step, length"""
                        .formatted(ShopScope.condition("shop")))
                .param("process", process).param("from", from).param("to", to).param(ShopScope.HIDDEN, seen.hiddenShops())
                .query(row -> {
                    steps.computeIfAbsent(row.getString("step"), step -> new Lengths()).add(row.getInt("length"),
                            row.getLong("stays"), row.getLong("seconds"), row.getLong("longest"));
                });
        return steps;
    }

    /** @return by step, as it was half a minute ago at most */
    Map<String, Now> standing(String process, ShopScope seen) {
        Map<String, Now> steps = new HashMap<>();
        kept.of(process).stream().filter(one -> seen.includes(one.shop())).forEach(one -> {
            Now now = steps.merge(one.step(), new Now(new Lengths(), one.since()), (before, more) -> new Now(before.lengths(),
                    more.since().isBefore(before.since()) ? more.since() : before.since()));
            now.lengths().add(one.length(), one.count(), one.seconds(), one.seconds());
        });
        return steps;
    }

    /** @return those who have stood at the step longest, the first to arrive first */
    List<AtStep> longest(String process, String step, ShopScope seen, int atMost) {
        return jdbc.sql("""
                        select h.proc_inst_id_, p.business_key_, h.start_time_, t.assignee_ from act_hi_actinst h
                          join act_hi_procinst p on p.proc_inst_id_ = h.proc_inst_id_
                          left join act_hi_taskinst t on t.id_ = h.task_id_
                         where h.end_time_ is null and h.proc_def_key_ = :process and h.act_id_ = :step and %s
                         order by h.start_time_ limit :most""".formatted(ShopScope.condition("h.tenant_id_")))
                .param("process", process).param("step", step).param(ShopScope.HIDDEN, seen.hiddenShops()).param("most", atMost)
                .query((row, index) -> new AtStep(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(),
                        row.getString(4))).list();
    }

    private List<Standing> countStanding(String process) {
        String seconds = "extract(epoch from :now - h.start_time_)";
        return jdbc.sql("""
                        select h.act_id_ as step, h.tenant_id_ as shop, %s as length, count(*) as standing, sum(%s)::bigint as seconds,
                               min(h.start_time_) as since
                          from act_hi_actinst h where h.end_time_ is null and h.proc_def_key_ = :process and %s
                         group by 1, 2, 3""".formatted(Lengths.CLASS.formatted(seconds), seconds, StepHistory.STEPS))
                .param("process", process).param("now", Timestamp.from(clock.instant()), java.sql.Types.TIMESTAMP)
                .query(StepRows::standing).list();
    }

    private static Standing standing(ResultSet row, int index) throws SQLException {
        return new Standing(row.getString("step"), row.getString("shop"), row.getInt("length"), row.getLong("standing"),
                row.getLong("seconds"), row.getTimestamp("since").toInstant());
    }
}
