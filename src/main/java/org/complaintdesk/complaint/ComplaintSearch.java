package org.complaintdesk.complaint;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.complaintdesk.casework.CaseFilter;
import org.complaintdesk.casework.CaseOrder;
import org.complaintdesk.casework.CasePage;
import org.complaintdesk.casework.SearchWords;
import org.complaintdesk.customer.ContactSearch;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.policy.Severity;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists complaints. */
@Component
class ComplaintSearch {

    /** Of the engine's tables: tasks of the case's own flow, of what it calls, and of its messages, whose keys begin with its number. */
    private static final String IN_HAND = """
            c.closed_at is null and c.number in (select split_part(e.business_key_, '/', 1) from act_ru_task t
                                                   join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.assignee_ = :assignee)""";

    /**
     * The same, asked of one case after the other: most have such a task, and a page is soon full. Without the offsets the
     * database would look at all tasks first.
     */
    private static final String IN_NOBODYS_HAND = """
            c.closed_at is null
            and (exists (select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                          where e.business_key_ = c.number and t.assignee_ is null offset 0)
                 or exists (select from customer_update u join act_ru_execution e on e.business_key_ = u.update_key
                              join act_ru_task t on t.proc_inst_id_ = e.id_
                             where u.case_number = c.number and t.assignee_ is null offset 0))""";

    /** The cases with a free task, as long as few tasks are free; what is free in a shop has an index. */
    private static final String FREE = """
            select split_part(e.business_key_, '/', 1) from (
                select proc_inst_id_ from act_ru_task where assignee_ is null and %s limit %d) t
              join act_ru_execution e on e.id_ = t.proc_inst_id_ and e.business_key_ is not null""";
    /** With more of them, those of a page are found sooner by looking at one case after the other. */
    private static final int FEW = 10_000;

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final ComplaintRows rows;
    private final ContactSearch contacts;
    private final Shops shops;
    private final Clock clock;

    ComplaintSearch(JdbcClient jdbc, ComplaintRows rows, ContactSearch contacts, Shops shops, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.contacts = contacts;
        this.shops = shops;
        this.clock = clock;
    }

    CasePage<Complaint> find(ComplaintQuery query, CaseOrder order, Pageable page, int most) {
        return filter(query).page(page, order, most, this::inOrder);
    }

    void each(ComplaintQuery query, CaseOrder order, int most, Consumer<List<Complaint>> work) {
        List<Long> ids = filter(query).ids(order, most, 0);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            work.accept(inOrder(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
    }

    int count(ComplaintQuery query, int most) {
        return filter(query).count(most);
    }

    private CaseFilter filter(ComplaintQuery query) {
        Instant now = clock.instant();
        CaseFilter filter = new CaseFilter(jdbc, "complaint").in(shops.seenNow()).is("stage", query.stage())
                .when(query.stage() == null ? null : query.stage() != Stage.CLOSED, ComplaintConditions.OPEN)
                .is("category", query.category()).is("channel", query.channel()).is("shop", query.shop())
                .when(query.overdue(), ComplaintConditions.OVERDUE).with("now", now)
                .when(yes(query.escalated()), ComplaintConditions.ESCALATED).when(yes(query.mailFailed()), ComplaintConditions.MAIL_FAILED)
                .between("received_at", start(query.receivedFrom()), end(query.receivedTo()))
                .between("closed_at", start(query.closedFrom()), end(query.closedTo()));
        if (query.severity() != null) {
            filter.when(true, query.severity() == Severity.P3 ? "coalesce(c.severity, 'P3') = 'P3'" : "c.severity = :severity")
                    .with("severity", query.severity().name());
        }
        if (query.dueWithin() != null) {
            filter.when(true, ComplaintConditions.DUE_SOON).with("until", now.plus(query.dueWithin()));
        }
        if (ComplaintQuery.NOBODY.equals(query.assignee())) {
            inNobodysHand(filter);
        } else if (query.assignee() != null) {
            filter.when(true, IN_HAND).with("assignee", query.assignee());
        }
        return query.text() == null ? filter : text(filter, query);
    }

    private void inNobodysHand(CaseFilter filter) {
        ShopScope seen = shops.seenNow();
        String visible = seen.hidden().isEmpty() ? "true" : "(tenant_id_ is null or tenant_id_ = any(:shops))";
        List<String> free = jdbc.sql(FREE.formatted(visible, FEW + 1))
                .param("shops", shops.configured().stream().filter(seen::includes).toArray(String[]::new)).query(String.class).list();
        if (free.size() > FEW) {
            filter.when(true, IN_NOBODYS_HAND);
        } else {
            filter.when(true, "c.closed_at is null and c.number = any(:free)").with("free", free.stream().distinct().toArray(String[]::new));
        }
    }

    private CaseFilter text(CaseFilter filter, ComplaintQuery query) {
        String number = Normalizer.normalize(query.text(), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        number = number.matches("\\d{8}-\\d{6}") ? "C-" + number : number;
        if (ComplaintNumber.isNumber(number)) {
            return filter.is("number", number);
        }
        return filter.find(SearchWords.of(query.text()), query.contacts() ? of(contacts.reachedBy(query.text())) : List.of());
    }

    private List<Long> of(List<Long> customers) {
        return customers.isEmpty() ? List.of() : jdbc.sql("select id from complaint where customer_id in (:customers)")
                .param("customers", customers).query(Long.class).list();
    }

    private static Boolean yes(boolean wanted) {
        return wanted ? Boolean.TRUE : null;
    }

    private Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private Instant end(LocalDate day) {
        return day == null ? null : start(day.plusDays(1));
    }

    private List<Complaint> inOrder(List<Long> ids) {
        Map<Long, Complaint> found = rows.findByIdInOrderByIdDesc(ids).stream().collect(Collectors.toMap(Complaint::id, complaint -> complaint));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
