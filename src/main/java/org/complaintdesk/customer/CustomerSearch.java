package org.complaintdesk.customer;

import java.util.Collection;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customer files. Of a phone the last four digits are looked for, which everyone sees; by a whole one, or an address, finds
 * {@link ContactSearch}: whoever sees them masked cannot find out the rest by searching.
 */
@Component
@Transactional(readOnly = true)
public class CustomerSearch {

    private static final int LAST_DIGITS = 4;

    private static final String FILES = " from customer c where c.merged_into is null and c.erased_at is null";
    private static final String FOUND = """
             and c.id in (
                select coalesce(k.merged_into, k.id) from customer k
                 where k.name ilike :like or k.platform_id ilike :like or k.id in (:known)
                    or k.id in (select o.customer_id from customer_order o where o.number = :exact)
            """;
    /** Whoever has to do with no shop is seen by everyone; so is who has to do with one that is not hidden. */
    private static final String SEEN = " " + """
            and (exists (select 1 from customer_shop s where s.customer_id = c.id and s.shop <> all(:hidden))
            or not exists (select 1 from customer_shop s where s.customer_id = c.id))""";
    private static final String WITH_LAST_DIGITS = " or right(regexp_replace(k.phone, '[^0-9]', '', 'g'), 4) = :digits";

    private final JdbcClient jdbc;
    private final CustomerStore store;

    CustomerSearch(JdbcClient jdbc, CustomerStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * @param text  part of the name or the platform's chat name, a whole order number, or a phone's last four digits; null for all
     * @param known  files that are found whatever they say
     * @param hidden files that have to do with these shops alone are left out
     * @return newest first
     */
    public Page<Customer> find(String text, Collection<Long> known, Collection<String> hidden, Pageable page) {
        String clean = CleanText.of(text);
        Map<String, Object> values = new HashMap<>();
        String from = FILES;
        if (!hidden.isEmpty()) {
            values.put("hidden", hidden.toArray(String[]::new));
            from += SEEN;
        }
        if (clean != null) {
            String digits = clean.replaceAll("[^0-9]", "");
            values.put("exact", clean);
            values.put("like", "%" + clean.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            values.put("known", known.isEmpty() ? List.of(-1L) : known);
            values.put("digits", digits);
            from += FOUND + (digits.length() == LAST_DIGITS ? WITH_LAST_DIGITS : "") + ")";
        }
        long total = jdbc.sql("select count(*)" + from).params(values).query(Long.class).single();
        values.put("limit", page.getPageSize());
        values.put("offset", page.getOffset());
        List<Long> ids = jdbc.sql("select c.id" + from + " order by c.id desc limit :limit offset :offset").params(values)
                .query(Long.class).list();
        Map<Long, Customer> files = store.findAllById(ids).stream().collect(Collectors.toMap(Customer::id, file -> file));
        return new PageImpl<>(ids.stream().map(files::get).toList(), page, total);
    }

    /** @return whether the file has to do with none but these shops */
    public boolean isHidden(long id, Collection<String> hidden) {
        return !hidden.isEmpty() && jdbc.sql("select count(*) from customer c where c.id = :id and not (true" + SEEN + ")")
                .param("id", id).param("hidden", hidden.toArray(String[]::new)).query(Long.class).single() > 0;
    }

    /** @return whether the file has to do with one of these shops, perhaps among others */
    public boolean concerns(long id, Collection<String> shops) {
        return !shops.isEmpty() && jdbc.sql("select count(*) from customer_shop where customer_id = :id and shop = any(:shops)")
                .param("id", id).param("shops", shops.toArray(String[]::new)).query(Long.class).single() > 0;
    }

    /** @return how complete each of these files is; merged and erased ones are left out */
    public Map<Long, Completeness> completeness(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Completeness> found = new HashMap<>();
        jdbc.sql("select * from customer_completeness where customer_id in (:ids)").param("ids", ids)
                .query(row -> {
                    found.put(row.getLong("customer_id"), Completeness.of(row.getInt("percent"), row.getBoolean("named"),
                            row.getBoolean("phone"), row.getBoolean("mail"), row.getBoolean("platform"), row.getBoolean("ordered")));
                });
        return found;
    }

    /** @return the mean over all files, in percent; 100 when there is none */
    public int meanCompleteness() {
        return jdbc.sql("select coalesce(round(avg(percent)), 100) from customer_completeness").query(Integer.class).single();
    }

    /** @return files that are likely the same person's: the same address or whole phone, or the same chat name and name */
    public List<Customer> likelySame(Customer customer) {
        String phone = Known.phone(customer.phone());
        return store.findLikely(customer.id(), customer.name(), customer.email(),
                phone == null || phone.contains("*") ? null : phone, Known.platformId(customer.platformId()));
    }
}
