package org.complaintdesk.customer;

import java.util.Locale;

/**
 * What a customer is called and where they can be reached. Surrounding blanks are removed, an empty value counts as
 * unknown (null), an e-mail address is kept in lower case.
 */
public record Contact(String name, String email, String phone, String platformId) {

    public Contact {
        name = tidy(name);
        email = tidy(email) == null ? null : tidy(email).toLowerCase(Locale.ROOT);
        phone = tidy(phone);
        platformId = tidy(platformId);
    }

    /** @return whether someone can be known again by this; a name alone is many people's */
    public boolean identifies() {
        return email != null || Known.phone(phone) != null || Known.platformId(platformId) != null;
    }

    private static String tidy(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
