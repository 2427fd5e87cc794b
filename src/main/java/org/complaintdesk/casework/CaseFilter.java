package org.complaintdesk.casework;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.complaintdesk.identity.ShopScope;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which cases of one kind to list; what a query leaves open (null) is no condition. In the conditions {@code c} is the case.
 * Nothing here counts or walks through all cases that ever were: totals end at a limit, and words are looked up in an index
 * unless so many cases have them that the list itself is the quicker way.
 */
public final class CaseFilter {

    /** Cases with the words that are listed first and filtered afterwards; with more, the list is gone through until enough have them. */
    private static final int FEW = 20_000;

    private final JdbcClient jdbc;
    private final String kind;
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();

    /** @param kind names the table, and in {@code kind_text} the case's text */
    public CaseFilter(JdbcClient jdbc, String kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    public CaseFilter is(String column, Enum<?> word) {
        return is(column, word == null ? null : word.name());
    }

    public CaseFilter is(String column, String value) {
        return value == null ? this : when(true, "c.%1$s = :%1$s".formatted(column)).with(column, value);
    }

    /** @param from the first moment, @param to the first that is too late */
    public CaseFilter between(String column, Instant from, Instant to) {
        if (from != null) {
            when(true, "c.%1$s >= :%1$s_from".formatted(column)).with(column + "_from", utc(from));
        }
        return to == null ? this : when(true, "c.%1$s < :%1$s_to".formatted(column)).with(column + "_to", utc(to));
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

    /** The value of a name in a condition. */
    public CaseFilter with(String name, Object value) {
        values.put(name, value instanceof Instant moment ? utc(moment) : value);
        return this;
    }

    /**
     * @param words empty finds nothing
     * @param known cases that are found whatever their text says
     */
    public CaseFilter find(SearchWords words, Collection<Long> known) {
        for (int i = 0; i < words.words().size(); i++) {
            values.put("word" + i, words.words().get(i));
        }
        Set<Long> found = new LinkedHashSet<>(known);
        if (!words.words().isEmpty()) {
            found.addAll(jdbc.sql("select t.%s_id from %s_text t where %s and %s limit %d".formatted(kind, kind, words.pieces(), words.said(),
                    FEW + 1)).params(values).query(Long.class).list());
        }
        if (found.size() > FEW) {
            // Without the offset the database may decide to look at every text first.
            return when(true, "exists (select from %1$s_text t where t.%1$s_id = c.id and %2$s offset 0)".formatted(kind, words.said()));
        }
        return when(true, "c.id = any(:found)").with("found", found.toArray(Long[]::new));
    }

    /** @return how many there are; one more than the most stands for all beyond */
    public int count(int most) {
        return count(CaseOrder.NEWEST, most);
    }

    private int count(CaseOrder order, int most) {
        return jdbc.sql("select count(*) from (select from %s c where %s and %s limit %d) counted"
                .formatted(kind, String.join(" and ", conditions), order.only(), most + 1)).params(values).query(Integer.class).single();
    }

    /**
     * @param most how many are counted at most
     * @param load the cases with these ids, in this order
     */
    public <C> CasePage<C> page(Pageable page, CaseOrder order, int most, Function<List<Long>, List<C>> load) {
        int counted = count(order, most);
        List<Long> ids = counted == 0 ? List.of() : ids(order, page.getPageSize(), page.getOffset());
        return new CasePage<>(ids.isEmpty() ? List.of() : load.apply(ids), page, counted, most);
    }

    /** @return the ids of some of the cases, in the order */
    public List<Long> ids(CaseOrder order, int limit, long offset) {
        return jdbc.sql("select c.id from %s c %s where %s and %s order by %s limit %d offset %d".formatted(kind, order.join(),
                        String.join(" and ", conditions), order.only(), order.by(), limit, offset)).params(values)
                .query(Long.class).list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
