package org.complaintdesk.customerfile;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Masked;

/**
 * What a customer is called and reached by, as a page shows it.
 *
 * @param whole whether nothing is masked
 */
record ShownContact(String name, String email, String phone, String platformId, boolean whole) {

    static ShownContact masked(Customer customer) {
        return new ShownContact(customer.name(), Masked.email(customer.email()), Masked.phone(customer.phone()),
                customer.platformId(), false);
    }

    static ShownContact whole(Contact contact) {
        return new ShownContact(contact.name(), contact.email(), contact.phone(), contact.platformId(), true);
    }

    /** @return what is known, the name first */
    public List<String> known() {
        return Stream.of(name, phone, email, platformId).filter(Objects::nonNull).distinct().toList();
    }
}
