package org.complaintdesk.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.complaintdesk.deadline.BoardQuery.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lists of clocks over all cases. */
@Component
class ClockBoard {

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final String STOPPED_LATE = "stopped_at > due_at and due_at > :since";
    private static final String RUNS_LATE =
            "state = 'RUNNING' and due_at < :now and due_at > :since and (stopped_at > due_at) is not true";

    private final JdbcClient jdbc;
    private final ClockColumns columns;

    ClockBoard(JdbcClient jdbc, ClockColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    List<KeptClock> find(BoardQuery query, Instant now) {
        String sql = query.shown() == Shown.MISSED ? missed(query) : "select * from case_clock" + where(query) + " order by due_at, id";
        return params(sql + " limit :size offset :skip", query, now)
                .param("size", query.size()).param("skip", (long) query.page() * query.size()).query(columns::read).list();
    }

    /** Those that were stopped late and those that run late, each by its own index, and of each no more than may be shown. */
    private static String missed(BoardQuery query) {
        return "select * from (" + latest(STOPPED_LATE, query) + " union all " + latest(RUNS_LATE, query)
                + ") missed order by due_at desc, id";
    }

    private static String latest(String state, BoardQuery query) {
        return "(select * from case_clock where " + state + chosen(query) + " order by due_at desc, id limit cast(:skip as bigint) + :size)";
    }

    long count(BoardQuery query, int most, Instant now) {
        String found = query.shown() == Shown.MISSED ? some(STOPPED_LATE, query) + " union all " + some(RUNS_LATE, query)
                : "select 1 from case_clock" + where(query);
        return params("select count(*) from (select from (" + found + ") found limit :most) counted", query, now)
                .param("most", most + 1).query(Long.class).single();
    }

    /** In an order that an index has, or PostgreSQL looks all of them up first. */
    private static String some(String state, BoardQuery query) {
        return "(select 1 from case_clock where " + state + chosen(query) + " order by due_at limit :most)";
    }

    private static String where(BoardQuery query) {
        String state = switch (query.shown()) {
            case OPEN -> "state <> 'STOPPED'";
            case AHEAD -> "state <> 'STOPPED' and state = 'RUNNING' and due_at >= :now";
            case OVERDUE -> "state <> 'STOPPED' and state = 'RUNNING' and due_at < :now";
            case WAITING -> "state <> 'STOPPED' and state = 'WAITING'";
            case MISSED -> throw new IllegalArgumentException("Two questions, each with its index");
        };
        return " where " + state + chosen(query);
    }

    private static String chosen(BoardQuery query) {
        return (query.names().isEmpty() ? "" : " and name in (:names)")
                + (query.shop() == null ? "" : " and shop ilike :shop")
                + (query.severity() == null ? "" : " and severity = :severity")
                + (query.hidden().isEmpty() ? "" : " and (shop is null or shop <> all(:hidden))");
    }

    private StatementSpec params(String sql, BoardQuery query, Instant now) {
        StatementSpec statement = jdbc.sql(sql);
        if (List.of(Shown.AHEAD, Shown.OVERDUE, Shown.MISSED).contains(query.shown())) {
            statement = statement.param("now", ClockStore.utc(now));
        }
        if (query.shown() == Shown.MISSED) {
            statement = statement.param("since", ClockStore.utc(now.minus(REMEMBERED)));
        }
        statement = query.names().isEmpty() ? statement
                : statement.param("names", query.names().stream().map(Enum::name).collect(Collectors.toSet()));
        statement = query.shop() == null ? statement
                : statement.param("shop", "%" + query.shop().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        statement = query.severity() == null ? statement : statement.param("severity", query.severity());
        return query.hidden().isEmpty() ? statement : statement.param("hidden", query.hidden().toArray(String[]::new));
    }
}
