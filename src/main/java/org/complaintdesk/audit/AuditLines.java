package org.complaintdesk.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.complaintdesk.platform.DeskProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads lines, latest first. */
@Component
class AuditLines {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final DeskProperties desk;

    AuditLines(JdbcClient jdbc, DeskProperties desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    record Line(long number, Entry entry) {
    }

    /** @param latest 0 when there are none */
    record Extent(long lines, long latest) {
    }

    List<Line> find(AuditFilter filter, int atMost) {
        return select("line, at, what, who, address, subject, detail", filter, " order by line desc limit " + atMost)
                .query((row, index) -> new Line(row.getLong("line"), new Entry(row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("what"), row.getString("who"), row.getString("address"), row.getString("subject"),
                        row.getString("detail")))).list();
    }

    Extent extent(AuditFilter filter) {
        return select("count(*), coalesce(max(line), 0)", filter, "")
                .query((row, index) -> new Extent(row.getLong(1), row.getLong(2))).single();
    }

    /** Every line, however many, some at a time: as lines never change, it needs no transaction that waits for who reads them. */
    void each(AuditFilter filter, Consumer<Line> consumer) {
        AuditFilter rest = filter;
        List<Line> some;
        do {
            some = find(rest, AT_ONCE);
            some.forEach(consumer);
            rest = some.isEmpty() ? rest : rest.to(some.get(some.size() - 1).number() - 1);
        } while (some.size() == AT_ONCE);
    }

    private JdbcClient.StatementSpec select(String columns, AuditFilter filter, String order) {
        List<String> where = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(where, values, "what = ?", filter.what() == null ? null : filter.what().name());
        add(where, values, "who = ?", filter.who());
        add(where, values, "subject = ?", filter.subject());
        add(where, values, "at >= ?", beginning(filter.from()));
        add(where, values, "at < ?", filter.until() == null ? null : beginning(filter.until().plusDays(1)));
        add(where, values, "line <= ?", filter.to());
        String conditions = where.isEmpty() ? "" : " where " + String.join(" and ", where);
        return jdbc.sql("select " + columns + " from audit_line" + conditions + order).params(values);
    }

    private static void add(List<String> where, List<Object> values, String condition, Object value) {
        if (value != null) {
            where.add(condition);
            values.add(value);
        }
    }

    private OffsetDateTime beginning(LocalDate day) {
        return day == null ? null : day.atStartOfDay(desk.zone()).toOffsetDateTime();
    }
}
