package org.complaintdesk.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.platform.DeskProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads lines, latest first. */
@Component
class AuditLines {

    private final JdbcClient jdbc;
    private final DeskProperties desk;

    AuditLines(JdbcClient jdbc, DeskProperties desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    record Line(long number, Entry entry) {
    }

    List<Line> find(AuditFilter filter, int atMost) {
        List<String> where = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(where, values, "what = ?", filter.what() == null ? null : filter.what().name());
        add(where, values, "who = ?", filter.who());
        add(where, values, "subject = ?", filter.subject());
        add(where, values, "at >= ?", beginning(filter.from()));
        add(where, values, "at < ?", filter.until() == null ? null : beginning(filter.until().plusDays(1)));
        add(where, values, "line <= ?", filter.to());
        return jdbc.sql("select line, at, what, who, address, subject, detail from audit_line"
                        + (where.isEmpty() ? "" : " where " + String.join(" and ", where)) + " order by line desc limit " + atMost)
                .params(values)
                .query((row, index) -> new Line(row.getLong("line"), new Entry(row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("what"), row.getString("who"), row.getString("address"), row.getString("subject"),
                        row.getString("detail")))).list();
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
