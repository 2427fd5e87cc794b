package org.complaintdesk.volume;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Multiplies lived cases in the database: finished ones over the last year, open ones over the last three days, each with a
 * customer, flows, tasks, clocks and texts of its own, in a tenth of the shops each. Two connections at a time; indexes are
 * made afterwards.
 */
final class Copies {

    private static final int AT_ONCE = 2;
    private static final int SHOPS = VolumeDesk.SHOPS.size();
    private static final String NUMBER = "'C-' || to_char(at, 'YYYYMMDD') || '-' || lpad(((k + 500000) % 1000000)::text, 6, '0')";

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Map<String, String> tables = CopiedTables.caseOf();

    Copies(DataSource database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
    }

    /** @param whole how many of the finished ones, the latest, keep every row */
    void make(int finished, int open, int whole) throws Exception {
        pattern();
        plan(finished, open, whole);
        Map<String, String> indexes = dropIndexes();
        inParallel(tables.keySet().stream().<Callable<Void>>map(table -> () -> copy(table)).toList());
        statement("texts", "insert into complaint_text (complaint_id, said) select c.id, complaint_said(c.id) from complaint c"
                + " where c.number in (select number from lived.copies)");
        // The longest one first.
        inParallel(indexes.entrySet().stream().sorted((one, other) -> Boolean.compare(other.getValue().contains("gin"),
                one.getValue().contains("gin"))).<Callable<Void>>map(index -> () -> statement(index.getKey(), index.getValue())).toList());
        numberOn();
        jdbc.sql("drop schema lived cascade").update();
        statement("vacuum", "vacuum (analyze)");
    }

    /** The rows of each lived case that is quiet: nothing of it is about to happen by itself. */
    private void pattern() {
        jdbc.sql("drop schema if exists lived cascade").update();
        jdbc.sql("create schema lived").update();
        jdbc.sql("""
                create table lived.patterns as
                select number, closed_at, row_number() over (partition by closed_at is null order by id) as place,
                       count(*) over (partition by closed_at is null) as places from complaint""").update();
        tables.forEach((table, number) -> jdbc.sql("create table lived.%1$s as select * from (select p.*, %2$s as pattern_ from public.%1$s p) r"
                .formatted(table, number) + " where pattern_ in (select number from lived.patterns)").update());
    }

    private void plan(int finished, int open, int whole) {
        jdbc.sql("""
                        create table lived.copies as
                        select k, p.number as pattern, %s as number, now() - at as ago, k > :finished - :whole as whole,
                               (cast(:shops as text[]))[1 + k %% %d] as shop
                          from (select k::bigint, k <= :finished as done,
                                       case when k <= :finished then now() - (:finished - k + 1) * interval '365 days' / :finished
                                            else now() - (:finished + :open - k) * interval '3 days' / :open end as at
                                  from generate_series(1, :finished + :open) k) made
                          join lived.patterns p on (p.closed_at is not null) = done and p.place = 1 + k %% p.places
                         order by k""".formatted(NUMBER, SHOPS))
                .param("finished", finished).param("open", open).param("whole", whole)
                .param("shops", VolumeDesk.SHOPS.toArray(String[]::new)).update();
        jdbc.sql("create unique index on lived.copies (number)").update();
        jdbc.sql("analyze lived.copies").update();
    }

    private Map<String, String> dropIndexes() {
        Map<String, String> indexes = new LinkedHashMap<>();
        List<String> filled = new ArrayList<>(tables.keySet());
        filled.add("complaint_text");
        jdbc.sql("""
                        select x.indexname, x.indexdef from pg_indexes x where x.schemaname = 'public' and x.tablename in (:tables)
                           and not exists (select from pg_constraint c where c.conindid = (quote_ident(x.indexname))::regclass)
                         order by x.indexname""").param("tables", filled)
                .query((row, index) -> indexes.put(row.getString(1), row.getString(2))).list();
        indexes.keySet().forEach(index -> jdbc.sql("drop index " + index).update());
        return indexes;
    }

    private Void copy(String table) throws Exception {
        Map<String, String> columns = new LinkedHashMap<>();
        // What only counts rows goes on counting.
        jdbc.sql("""
                        select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = ?
                         order by ordinal_position""").param(table)
                .query((row, index) -> columns.put(row.getString(1), row.getString(2))).list();
        return statement(table, "insert into public.%1$s (%2$s) overriding system value select %3$s from lived.%1$s p".formatted(table,
                String.join(", ", columns.keySet()), columns.entrySet().stream()
                        .map(column -> CopiedTables.value(table, column.getKey(), column.getValue())).collect(Collectors.joining(", ")))
                + " join lived.copies v on v.pattern = p.pattern_"
                + " join lived.patterns l on l.number = v.pattern where l.closed_at is null or v.whole or (%s)"
                .formatted(CopiedTables.lean(table)));
    }

    private void numberOn() {
        jdbc.sql("""
                        select table_name, column_name from information_schema.columns
                         where table_schema = 'public' and is_identity = 'YES'""")
                .query((row, index) -> "select setval(pg_get_serial_sequence('%1$s', '%2$s'), coalesce(max(%2$s), 0) + 1, false) from %1$s"
                        .formatted(row.getString(1), row.getString(2))).list().forEach(next -> jdbc.sql(next).query(Long.class).single());
    }

    /** Each in a connection that checks no references and fires no triggers: what is copied was checked when it was lived. */
    private Void statement(String what, String sql) throws Exception {
        long start = System.nanoTime();
        SingleConnectionDataSource connection = new SingleConnectionDataSource(database.getConnection(), true);
        try {
            JdbcClient client = JdbcClient.create(connection);
            client.sql("set session_replication_role = replica").update();
            client.sql("set synchronous_commit = off").update();
            client.sql("set maintenance_work_mem = '768MB'").update();
            client.sql("set work_mem = '256MB'").update();
            int rows = client.sql(sql).update();
            System.out.printf("%tT %s: %,d rows in %.0f s%n", System.currentTimeMillis(), what, rows, (System.nanoTime() - start) / 1e9);
        } finally {
            connection.destroy();
        }
        return null;
    }

    private static void inParallel(List<Callable<Void>> work) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> done : two.invokeAll(work)) {
                done.get();
            }
        } finally {
            two.shutdown();
        }
    }
}
