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

    /** Nobody reads on: a list ends here, and says that there are more. */
    static final int MOST = 200;

    private final JdbcClient jdbc;
    private final FileFinder finder;
    private final CustomerStore store;

    CustomerSearch(JdbcClient jdbc, FileFinder finder, CustomerStore store) {
        this.jdbc = jdbc;
        this.finder = finder;
        this.store = store;
    }

    /**
     * Files of a list.
     *
     * @param page the ones shown; counted are all of the list
     * @param more whether there are more than the list has, or may be
     * @param all  the ids of all of the list
     */
    public record Found(Page<Customer> page, boolean more, List<Long> all) {
    }

    /**
     * @param text   part of the name or the platform's chat name, a whole order number, or a phone's last four digits; null for all
     * @param known  files that are found whatever they say
     * @param hidden files that have to do with these shops alone are left out
     * @return at most {@value #MOST}: whoever is known by number, digits or otherwise, then those that are called so, newest first
     */
    public Found find(String text, Collection<Long> known, Collection<String> hidden, Pageable page) {
        String clean = CleanText.of(text);
        FileFinder.Files found = clean == null ? finder.latest(hidden, MOST) : finder.find(clean, lastDigits(clean), known, hidden, MOST);
        List<Long> shown = found.ids().stream().skip(page.getOffset()).limit(page.getPageSize()).toList();
        Map<Long, Customer> files = store.findAllById(shown).stream().collect(Collectors.toMap(Customer::id, file -> file));
        return new Found(new PageImpl<>(shown.stream().map(files::get).toList(), page, found.ids().size()), found.more(), found.ids());
    }

    private static String lastDigits(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        return digits.length() == LAST_DIGITS ? digits : null;
    }

    /** @return whether the file has to do with none but these shops */
    public boolean isHidden(long id, Collection<String> hidden) {
        return !hidden.isEmpty() && jdbc.sql("select count(*) from customer c where c.id = :id and not " + FileFinder.SEEN)
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

    /** @return the mean of these files in percent; 100 when there is none */
    public int meanCompleteness(Collection<Long> ids) {
        return (int) Math.round(completeness(ids).values().stream().mapToInt(Completeness::percent).average().orElse(100));
    }

    /** @return files that are likely the same person's: the same address or whole phone, or the same chat name and name */
    public List<Customer> likelySame(Customer customer) {
        String phone = Known.phone(customer.phone());
        return store.findLikely(customer.id(), customer.name(), customer.email(),
                phone == null || phone.contains("*") ? null : phone, Known.platformId(customer.platformId()));
    }
}
