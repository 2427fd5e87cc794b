package org.complaintdesk.customer;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.complaintdesk.platform.CleanText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds customers by a contact that somebody knows in full. A part of one finds nobody: whoever may not see a phone must not
 * be able to try out its digits.
 */
@Component
public class ContactSearch {

    private static final Pattern PHONE = Pattern.compile("[0-9+()\\-\\s]+");
    private static final int SHORTEST = 7;
    private static final int LONGEST = 11;
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    ContactSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether this could be a whole phone or address */
    public static boolean isContact(String typed) {
        return phone(typed) != null || email(typed) != null;
    }

    /** @return the ids of everyone whose whole phone or address this is, however it is written; at most 100 */
    public List<Long> reachedBy(String typed) {
        String email = email(typed);
        String phone = phone(typed);
        return email == null && phone == null ? List.of() : jdbc.sql("""
                        select id from customer where email = :email
                        union select id from customer where right(regexp_replace(phone, '[^0-9*]', '', 'g'), 11) = :phone
                        limit :most""")
                .param("email", email).param("phone", phone).param("most", MOST).query(Long.class).list();
    }

    private static String email(String typed) {
        String address = CleanText.of(typed) == null ? null : new Contact(null, plain(typed), null, null).email();
        return address != null && Customers.isEmailAddress(address) ? address : null;
    }

    /** As {@link Known#phone} writes it. */
    private static String phone(String typed) {
        String text = CleanText.of(typed) == null ? "" : plain(typed);
        String digits = text.replaceAll("[^0-9]", "");
        return PHONE.matcher(text).matches() && digits.length() >= SHORTEST ? digits.substring(Math.max(0, digits.length() - LONGEST)) : null;
    }

    private static String plain(String typed) {
        return Normalizer.normalize(CleanText.of(typed), Normalizer.Form.NFKC);
    }
}
