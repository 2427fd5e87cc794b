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
        return "select * from (" + latest("stopped_at > due_at and due_at > :since", query) + " union all "
                + latest("state <> 'STOPPED' and state = 'RUNNING' and due_at < :now and due_at > :since"
                + " and (stopped_at > due_at) is not true", query) + ") missed order by due_at desc, id";
    }

    private static String latest(String state, BoardQuery query) {
        return "(select * from case_clock where " + state + chosen(query) + " order by due_at desc, id limit cast(:skip as bigint) + :size)";
    }

    long count(BoardQuery query, int most, Instant now) {
        return params("select count(*) from (select from case_clock" + where(query) + " limit :most) counted", query, now)
                .param("most", most + 1).query(Long.class).single();
    }

    private static String where(BoardQuery query) {
        String state = switch (query.shown()) {
            case OPEN -> "state <> 'STOPPED'";
            case AHEAD -> "state <> 'STOPPED' and state = 'RUNNING' and due_at >= :now";
            case OVERDUE -> "state <> 'STOPPED' and state = 'RUNNING' and due_at < :now";
            case WAITING -> "state <> 'STOPPED' and state = 'WAITING'";
            case MISSED -> "(stopped_at > due_at or state = 'RUNNING' and due_at < :now) and due_at > :since";
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
