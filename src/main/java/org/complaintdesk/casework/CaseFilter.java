package org.complaintdesk.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.platform.CleanText;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which cases of one kind to list; what a query leaves open (null) is no condition. In the conditions {@code c} is the
 * case and {@code u} its customer.
 */
public final class CaseFilter {

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();

    public CaseFilter is(String column, Enum<?> word) {
        if (word != null) {
            conditions.add("c.%1$s = :%1$s".formatted(column));
            values.put(column, word.name());
        }
        return this;
    }

    /** Leaves out the cases of shops that are not seen. */
    public CaseFilter in(ShopScope seen) {
        if (!seen.hidden().isEmpty()) {
            conditions.add(ShopScope.condition("c.shop"));
            values.put(ShopScope.HIDDEN, seen.hiddenShops());
        }
        return this;
    }

    /** @param wanted true for the cases the condition holds for, false for the others */
    public CaseFilter when(Boolean wanted, String condition) {
        if (wanted != null) {
            conditions.add((wanted ? "(" : "not (") + condition + ")");
        }
        return this;
    }

    /** @param condition compares with {@code :exact} or, for a part of a text, with {@code ilike :like} */
    public CaseFilter find(String text, String condition) {
        String clean = CleanText.of(text);
        if (clean != null) {
            conditions.add("(" + condition + ")");
            values.put("exact", clean);
            values.put("like", "%" + clean.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return this;
    }

    /** The value of a name in a condition. */
    public CaseFilter with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /**
     * @param load the cases with these ids, latest first
     * @return latest first
     */
    public <C> Page<C> page(JdbcClient jdbc, String table, Pageable page, Function<List<Long>, List<C>> load) {
        return page(jdbc, table, page, CaseOrder.NEWEST, load);
    }

    /** @param load the cases with these ids, in this order */
    public <C> Page<C> page(JdbcClient jdbc, String table, Pageable page, CaseOrder order, Function<List<Long>, List<C>> load) {
        String from = " from %s c join customer u on u.id = c.customer_id %s where %s and %s"
                .formatted(table, order.join(), String.join(" and ", conditions), order.only());
        long total = jdbc.sql("select count(*)" + from).params(values).query(Long.class).single();
        values.put("limit", page.getPageSize());
        values.put("offset", page.getOffset());
        List<Long> ids = jdbc.sql("select c.id" + from + " order by " + order.by() + " limit :limit offset :offset").params(values)
                .query(Long.class).list();
        return new PageImpl<>(ids.isEmpty() ? List.of() : load.apply(ids), page, total);
    }
}
