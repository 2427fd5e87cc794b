package org.complaintdesk.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintdesk.identity.ShopScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finished cases, the latest first, page by page along the index of their ends: the hundredth page costs what the first does. */
@Component
class FinishedRows {

    private final JdbcClient jdbc;

    FinishedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finished case. */
    record Row(long id, String number, String shop, Instant received, Instant closed, String outcome) {
    }

    /** The last one of the page before. */
    record After(Instant closed, long id) {
    }

    /**
     * @param to    the moment before which they were closed
     * @param after null to begin
     */
    List<Row> find(FinishedQuery query, Instant from, Instant to, After after, ShopScope seen, int atMost) {
        Kind kind = query.kind();
        List<String> conditions = new ArrayList<>(List.of("c.closed_at is not null", ShopScope.condition("c.shop")));
        Map<String, Object> values = new HashMap<>(Map.of(ShopScope.HIDDEN, seen.hiddenShops(), "most", atMost));
        if (query.q() != null) {
            conditions.add("(c.number = :q or c.order_number = :order)");
            values.put("q", query.q().toUpperCase(Locale.ROOT));
            values.put("order", query.q());
        } else {
            conditions.add("c.closed_at >= :from and c.closed_at < :to");
            values.put("from", utc(from));
            values.put("to", utc(to));
        }
        if (query.outcome() != null) {
            conditions.add(kind.outcome() + " = :outcome");
            values.put("outcome", query.outcome());
        }
        if (after != null) {
            conditions.add("(c.closed_at, c.id) < (:closed, :id)");
            values.put("closed", utc(after.closed()));
            values.put("id", after.id());
        }
        return jdbc.sql("select c.id, c.number, c.shop, c.received_at, c.closed_at, %s as outcome from %s c where %s order by c.closed_at desc, c.id desc limit :most"
                .formatted(kind.outcome(), kind.table(), String.join(" and ", conditions)))
                .params(values).query(FinishedRows::row).list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(row.getLong("id"), row.getString("number"), row.getString("shop"), moment(row, "received_at"),
                moment(row, "closed_at"), row.getString("outcome"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
