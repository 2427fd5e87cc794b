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

    /** Cases with the words that are looked up and filtered afterwards; with more, the list is gone through until enough have them. */
    private static final int FEW = 20_000;
    /** When so many of the latest texts have the words, that is clear without the index, which takes long for them. */
    private static final int LATEST = 2_000;
    private static final int MANY_OF_THEM = 40;

    /**
     * The shops there are cases of, each found in the index of the cases by shop. Named one by one they lead to few cases
     * quickly; where customers write what they like there may be any number of them.
     */
    private static final String SHOPS = """
            with recursive known (shop) as (
                (select shop from %1$s order by shop limit 1)
                union all
                select (select c.shop from %1$s c where c.shop > k.shop order by c.shop limit 1) from known k where k.shop is not null)
            select shop from known where shop is not null limit %2$d""";
    private static final int MOST_SHOPS = 200;

    private final JdbcClient jdbc;
    private final String kind;
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();
    private boolean severalShops;

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
        if (seen.hidden().isEmpty()) {
            return this;
        }
        List<String> known = jdbc.sql(SHOPS.formatted(kind, MOST_SHOPS + 1)).query(String.class).list();
        if (known.size() > MOST_SHOPS) {
            return when(true, ShopScope.condition("c.shop")).with(ShopScope.HIDDEN, seen.hiddenShops());
        }
        List<String> shops = known.stream().filter(seen::includes).toList();
        severalShops = shops.size() > 1;
        // Told that it is one, the database reads its cases in their order.
        return shops.size() == 1 ? when(true, "c.shop = :seenShop").with("seenShop", shops.get(0))
                : when(true, "c.shop = any(:seenShops)").with("seenShops", shops.toArray(String[]::new));
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
        if (!words.words().isEmpty() && (areMany(words) || !lookedUp(words, found))) {
            // Without the offset the database may decide to look at every text first.
            return when(true, "exists (select from %1$s_text t where t.%1$s_id = c.id and %2$s offset 0)".formatted(kind, words.said()));
        }
        return when(true, "c.id = any(:found)").with("found", found.toArray(Long[]::new));
    }

    private boolean areMany(SearchWords words) {
        return jdbc.sql("select count(*) from (select said from %1$s_text order by %1$s_id desc limit %2$d) t where %3$s"
                .formatted(kind, LATEST, words.said())).params(values).query(Integer.class).single() >= MANY_OF_THEM;
    }

    /** @return false when there are too many */
    private boolean lookedUp(SearchWords words, Set<Long> found) {
        found.addAll(jdbc.sql("select t.%1$s_id from %1$s_text t where %2$s and %3$s limit %4$d".formatted(kind, words.pieces(), words.said(),
                FEW + 1)).params(values).query(Long.class).list());
        return found.size() <= FEW;
    }

    /** @return how many there are; one more than the most stands for all beyond */
    public int count(int most) {
        return count(CaseOrder.NEWEST, most);
    }

    private int count(CaseOrder order, int most) {
        return jdbc.sql("select count(*) from (select from %s c where %s limit %d) counted".formatted(kind, wanted(order), most + 1))
                .params(values).query(Integer.class).single();
    }

    /**
     * @param most how many are counted at most
     * @param load the cases with these ids, in this order
     */
    public <C> CasePage<C> page(Pageable page, CaseOrder order, int most, Function<List<Long>, List<C>> load) {
        int counted = count(order, most);
        boolean many = counted > most;
        List<Long> ids = counted == 0 ? List.of()
                : many && order.rank() != null ? ranked(order, page.getPageSize(), page.getOffset())
                : ids(order, page.getPageSize(), page.getOffset());
        return new CasePage<>(ids.isEmpty() ? List.of() : load.apply(ids), page, counted, most);
    }

    /** @return the ids of some of the cases, in the order */
    public List<Long> ids(CaseOrder order, int limit, long offset) {
        return severalShops && order.join().isEmpty() ? ofEachShop(order, limit, offset)
                : find("select c.id from %s c %s where %s order by %s limit %d offset %d"
                        .formatted(kind, order.join(), wanted(order), order.by(), limit, offset));
    }

    /** Of each shop as many as could be on the page: what an index has in order by shop it does not have in order of several. */
    private List<Long> ofEachShop(CaseOrder order, int limit, long offset) {
        return find("""
                select c.id from unnest(:seenShops) seen (shop) cross join lateral (
                    select %s from %s c where c.shop = seen.shop and %s order by %s limit %d) c
                 order by %4$s limit %d offset %d""".formatted(order.own(), kind, wanted(order), order.by(), limit + offset, limit, offset));
    }

    /**
     * Where many cases are wanted: those with a place first, in the order of its index until the page is full. The database
     * would sort all of them; the offset keeps it from that.
     */
    private List<Long> ranked(CaseOrder order, int limit, long offset) {
        CaseOrder.Rank rank = order.rank();
        String placed = "%s cross join lateral (select c.id from %s c where c.id = %s and %s offset 0) c where %s"
                .formatted(rank.table(), kind, rank.id(), wanted(order), rank.given());
        List<Long> ids = new ArrayList<>(find("select c.id from %s order by %s limit %d offset %d".formatted(placed, rank.by(), limit, offset)));
        if (ids.size() < limit) {
            long before = ids.isEmpty() ? jdbc.sql("select count(*) from " + placed).params(values).query(Long.class).single() : offset;
            ids.addAll(find("select c.id from %s c %s where %s and (%s) is not true order by c.id desc limit %d offset %d".formatted(kind, order.join(),
                    wanted(order), rank.given(), limit - ids.size(), offset - before)));
        }
        return ids;
    }

    private List<Long> find(String sql) {
        return jdbc.sql(sql).params(values).query(Long.class).list();
    }

    private String wanted(CaseOrder order) {
        return String.join(" and ", conditions) + " and " + order.only();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
