package org.complaintdesk.customer;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a customer is called and where they can be reached. Surrounding blanks are removed, an empty value counts as
 * unknown (null), an e-mail address is kept in lower case, wide characters of an address or a number as narrow ones.
 */
public record Contact(String name, String email, String phone, String platformId) {

    public Contact {
        name = tidy(name);
        email = narrow(email) == null ? null : narrow(email).toLowerCase(Locale.ROOT);
        phone = narrow(phone);
        platformId = tidy(platformId);
    }

    /** @return whether someone can be known again by this; a name alone is many people's */
    public boolean identifies() {
        return email != null || Known.phone(phone) != null || Known.platformId(platformId) != null;
    }

    private static String narrow(String value) {
        return value == null ? null : tidy(Normalizer.normalize(value, Normalizer.Form.NFKC));
    }

    private static String tidy(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
