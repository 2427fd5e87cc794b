package org.complaintdesk.complaint;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.complaintdesk.casework.CaseFilter;
import org.complaintdesk.casework.CaseOrder;
import org.complaintdesk.identity.Shops;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists complaints. */
@Component
class ComplaintSearch {

    /** {@link ComplaintState#isOverdue} for the database. */
    private static final String OVERDUE = "c.settlement_clock = 'RUNNING' and c.settlement_due < :now";
    private static final String FOUND_IN = """
            c.number = :exact or c.order_number = :exact or c.description ilike :like or u.name ilike :like""";

    private final JdbcClient jdbc;
    private final ComplaintRows rows;
    private final Shops shops;
    private final Clock clock;

    ComplaintSearch(JdbcClient jdbc, ComplaintRows rows, Shops shops, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.shops = shops;
        this.clock = clock;
    }

    Page<Complaint> find(ComplaintQuery query, CaseOrder order, Pageable page) {
        return new CaseFilter().in(shops.seenNow()).is("stage", query.stage()).is("category", query.category())
                .when(query.overdue(), OVERDUE).with("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .find(query.text(), FOUND_IN)
                .page(jdbc, "complaint", page, order, this::inOrder);
    }

    private List<Complaint> inOrder(List<Long> ids) {
        return rows.findByIdInOrderByIdDesc(ids).stream()
                .sorted(Comparator.comparing(complaint -> ids.indexOf(complaint.id()))).toList();
    }
}
