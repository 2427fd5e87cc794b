package org.complaintdesk.complaint;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintdesk.platform.CleanText;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists complaints, newest first. */
@Component
class ComplaintSearch {

    private final JdbcClient jdbc;
    private final ComplaintRows rows;
    private final Clock clock;

    ComplaintSearch(JdbcClient jdbc, ComplaintRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    Page<Complaint> find(ComplaintQuery query, Pageable page) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        if (query.stage() != null) {
            conditions.add("c.stage = :stage");
            values.put("stage", query.stage().name());
        }
        if (query.category() != null) {
            conditions.add("c.category = :category");
            values.put("category", query.category().name());
        }
        if (query.overdue() != null) {
            conditions.add((query.overdue() ? "" : "not ")
                    + "(c.closed_at is null and c.settled_at is null and c.settlement_due < :now)");
            values.put("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        String text = CleanText.of(query.text());
        if (text != null) {
            conditions.add("(c.number = :exact or c.order_number = :exact or c.description ilike :like or u.name ilike :like)");
            values.put("exact", text);
            values.put("like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        String from = " from complaint c join customer u on u.id = c.customer_id where " + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*)" + from).params(values).query(Long.class).single();
        values.put("limit", page.getPageSize());
        values.put("offset", page.getOffset());
        List<Long> ids = jdbc.sql("select c.id" + from + " order by c.id desc limit :limit offset :offset").params(values)
                .query(Long.class).list();
        Map<Long, Complaint> found = rows.findAllById(ids).stream().collect(Collectors.toMap(Complaint::id, c -> c));
        return new PageImpl<>(ids.stream().map(found::get).toList(), page, total);
    }
}
