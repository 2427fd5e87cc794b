package org.complaintdesk.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which files a list of customers shows, at most so many of them: nothing here counts or goes through all files there ever
 * were. Who sees only some shops is answered from their part alone.
 */
@Component
class FileFinder {

    /** When so many of the latest files have the part, that is clear without the index, which takes long for it. */
    private static final int LATEST = 2_000;
    private static final int MANY_OF_THEM = 70;
    /** Among so many of the latest, of those that are seen, the list is then full as a rule. */
    private static final int ENOUGH = 6_000;
    /** So many of those who are called so are looked at, the latest. */
    private static final int CALLED_SO = 20_000;
    /** So many may be merged or erased without that a list of the latest lacks one. */
    private static final int SPARE = 800;
    /** Files that have to do with no shop are seen by everyone; among so many of the latest they are listed. */
    private static final int WITHOUT_SHOP = 1_000;
    /** Where customers write what they like there are any number of shops, most of which are seen. */
    private static final int MOST_SHOPS = 200;

    /** The shops there are customers of, each found in the indexes by shop. */
    private static final String SHOPS = """
            with recursive known (shop) as (
                select least((select min(shop) from complaint), (select min(shop) from review), (select min(shop) from customer_order))
                union all
                select least((select min(shop) from complaint where shop > k.shop), (select min(shop) from review where shop > k.shop),
                             (select min(shop) from customer_order where shop > k.shop)) from known k where k.shop is not null)
            select shop from known where shop is not null limit %d""".formatted(MOST_SHOPS + 1);

    /** Whoever has to do with no shop is seen by everyone; so is who has to do with one that is not hidden. */
    static final String SEEN = """
            coalesce((select bool_or(s.shop <> all(:hidden)) from customer_shop s where s.customer_id = c.id), true)""";

    private static final String IN_FORCE = "c.merged_into is null and c.erased_at is null";

    /** The latest files of all. */
    private static final String ALL = "select id from customer order by id desc limit %d";
    /** The latest files of some shops. */
    private static final String OF_SHOPS = """
            select id from (
                select of_shop.id from unnest(:shops) as one (shop) cross join lateral (
                    (select distinct customer_id as id from complaint where shop = one.shop order by id desc limit %1$d)
                    union all (select distinct customer_id as id from review where shop = one.shop order by id desc limit %1$d)
                    union all (select distinct customer_id as id from customer_order where shop = one.shop order by id desc limit %1$d)) of_shop
                union
                select c.id from (select id from customer order by id desc limit %2$d) c
                 where not exists (select from customer_shop s where s.customer_id = c.id)) mine
             order by id desc limit %1$d""";

    private static final String CALLED = """
            (customer_text(c.name, c.platform_id) like (select search_pattern(search_text(:text)))
             or exists (select from customer m where m.merged_into = c.id
                          and customer_text(m.name, m.platform_id) like (select search_pattern(search_text(:text)))))""";

    /** Without the offset the database may decide to go through all files instead. */
    private static final String LISTED = """
            with n as materialized (%s)
            select array(select n.id from n where exists (select from customer c where c.id = n.id and %s offset 0) order by n.id desc limit %d),
                   (select count(*) from n)""";

    private static final String LATEST_CALLED = "select unnest(:latest) as id";
    private static final String ALL_CALLED = LATEST_CALLED + " union select customers_called(search_text(:text), %d)".formatted(CALLED_SO);

    /** Whom an order or the last digits of a phone name are few, and come first; then those who are called so. */
    private static final String FOUND = """
            with called as materialized (%s)
            select array(select f.id from (
                select id, min(later) as later from (
                    select coalesce(k.merged_into, k.id) as id, 0 as later from customer k
                     where k.id in (select unnest(:known) union select customer_id from customer_order where number = :text)
                    union all
                    select coalesce(k.merged_into, k.id), 0 from customer k
                     where right(regexp_replace(k.phone, '[^0-9]', '', 'g'), 4) = :digits and k.phone is not null
                    union all
                    select id, 1 from called) every
                 group by id order by later, id desc) f
             where exists (select from customer c where c.id = f.id and %s offset 0) order by f.later, f.id desc limit %d),
            (select count(*) from called)""";

    private final JdbcClient jdbc;

    FileFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param ids  the files in the order of the list, at most as many as were asked for
     * @param more whether there are more, or may be: not all that could have been meant were looked at
     */
    record Files(List<Long> ids, boolean more) {
    }

    /** @return the latest files, latest first */
    Files latest(Collection<String> hidden, int most) {
        return latest(most + SPARE, IN_FORCE, most, hidden, new HashMap<>());
    }

    /**
     * @param text   part of the name or the chat name, or a whole order number
     * @param digits the last four of a phone; null finds nobody
     * @param known  files that are found whatever they say
     * @return those that are known by order, digits or otherwise, then those called so, latest first
     */
    Files find(String text, String digits, Collection<Long> known, Collection<String> hidden, int most) {
        Map<String, Object> values = new HashMap<>(Map.of("text", text, "known", known.toArray(Long[]::new)));
        values.put("digits", digits);
        Files latest = areMany(values) ? latest(ENOUGH, IN_FORCE + " and " + CALLED, most, hidden, values) : new Files(List.of(), false);
        values.put("latest", latest.ids().toArray(Long[]::new));
        values.put("hidden", hidden.toArray(String[]::new));
        boolean full = latest.ids().size() == most;
        Files found = files(FOUND.formatted(full ? LATEST_CALLED : ALL_CALLED, hidden.isEmpty() ? IN_FORCE : IN_FORCE + " and " + SEEN, most + 1),
                values, CALLED_SO, most);
        return full && latest.more() ? new Files(found.ids(), true) : found;
    }

    private boolean areMany(Map<String, Object> values) {
        return jdbc.sql("select count(*) from (select * from customer order by id desc limit %d) c where %s".formatted(LATEST, CALLED))
                .params(values).query(Integer.class).single() >= MANY_OF_THEM;
    }

    private Files latest(int looked, String condition, int most, Collection<String> hidden, Map<String, Object> values) {
        if (hidden.isEmpty()) {
            return listed(ALL.formatted(looked), looked, condition, most, values);
        }
        List<String> shops = jdbc.sql(SHOPS).query(String.class).list();
        if (shops.size() > MOST_SHOPS) {
            values.put("hidden", hidden.toArray(String[]::new));
            return listed(ALL.formatted(CALLED_SO), CALLED_SO, condition + " and " + SEEN, most, values);
        }
        values.put("shops", shops.stream().filter(shop -> !hidden.contains(shop)).toArray(String[]::new));
        return listed(OF_SHOPS.formatted(looked, WITHOUT_SHOP), looked, condition, most, values);
    }

    private Files listed(String among, int looked, String condition, int most, Map<String, Object> values) {
        return files(LISTED.formatted(among, condition, most + 1), values, looked, most);
    }

    private Files files(String sql, Map<String, Object> values, int looked, int most) {
        return jdbc.sql(sql).params(values).query((row, index) -> {
            List<Long> ids = List.of((Long[]) row.getArray(1).getArray());
            return new Files(ids.subList(0, Math.min(ids.size(), most)), ids.size() > most || row.getInt(2) >= looked);
        }).single();
    }
}
