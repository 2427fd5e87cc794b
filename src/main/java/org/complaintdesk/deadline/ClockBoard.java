package org.complaintdesk.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.deadline.BoardQuery.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Lists of clocks over all cases. Each kind of clocks that a list shows is read in the order of an index and no further than
 * asked for; where only some shops are wanted, of each of them by itself, however few of all clocks are theirs.
 */
@Component
class ClockBoard {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** Which clocks, first in the words of the index that has them in order. */
    private enum Kind {
        OPEN("state <> 'STOPPED'", "true"),
        AHEAD("state <> 'STOPPED'", "state = 'RUNNING' and due_at >= :now"),
        OVERDUE("state <> 'STOPPED'", "state = 'RUNNING' and due_at < :now"),
        WAITING("state <> 'STOPPED'", "state = 'WAITING'"),
        STOPPED_LATE("stopped_at > due_at", "due_at > :since"),
        RUNS_LATE("state <> 'STOPPED'", "state = 'RUNNING' and due_at < :now and due_at > :since");

        private final String indexed;
        private final String condition;

        Kind(String indexed, String condition) {
            this.indexed = indexed;
            this.condition = condition;
        }

        static List<Kind> of(Shown shown) {
            return shown == Shown.MISSED ? List.of(STOPPED_LATE, RUNS_LATE) : List.of(valueOf(shown.name()));
        }

        /** The shops that clocks of this index are of, each found in it by one step. */
        String shops() {
            return """
                    with recursive known (shop) as (
                        (select shop from case_clock where %1$s order by shop limit 1)
                        union all
                        select (select c.shop from case_clock c where %1$s and c.shop > known.shop order by c.shop limit 1)
                          from known where known.shop is not null)
                    select shop from known where shop is not null""".formatted(indexed);
        }
    }

    private final JdbcClient jdbc;
    private final ClockColumns columns;

    ClockBoard(JdbcClient jdbc, ClockColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    List<KeptClock> find(BoardQuery query, Instant now) {
        String order = query.shown() == Shown.MISSED ? "due_at desc, id" : "due_at, id";
        String found = found(query, "id, due_at", " order by " + order + " limit cast(:skip as bigint) + :size");
        return params("select c.* from (select * from (" + found + ") found order by " + order
                + " limit :size offset :skip) page join case_clock c using (id) order by c." + order, query, now)
                .param("size", query.size()).param("skip", (long) query.page() * query.size()).query(columns::read).list();
    }

    long count(BoardQuery query, int most, Instant now) {
        // In an order that an index has, or PostgreSQL looks all of them up first.
        String found = found(query, "1", " order by due_at limit :most");
        return params("select count(*) from (select from (" + found + ") found limit :most) counted", query, now)
                .param("most", most + 1).query(Long.class).single();
    }

    private static String found(BoardQuery query, String what, String first) {
        return Kind.of(query.shown()).stream().flatMap(kind -> {
            String clocks = "(select " + what + " from case_clock where " + kind.indexed + " and " + kind.condition
                    + chosen(query);
            if (query.shop() == null && query.hidden().isEmpty()) {
                return Stream.of(clocks + first + ")");
            }
            String named = "select clocks.* from (" + kind.shops() + wanted(query) + ") wanted cross join lateral " + clocks
                    + " and shop = wanted.shop" + first + ") clocks";
            return query.shop() == null ? Stream.of(named, clocks + " and shop is null" + first + ")") : Stream.of(named);
        }).collect(Collectors.joining(" union all "));
    }

    private static String wanted(BoardQuery query) {
        return (query.shop() == null ? "" : " and shop ilike :shop")
                + (query.hidden().isEmpty() ? "" : " and shop <> all(:hidden)");
    }

    private static String chosen(BoardQuery query) {
        return (query.names().isEmpty() ? "" : " and name in (:names)")
                + (query.severity() == null ? "" : " and severity = :severity");
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
