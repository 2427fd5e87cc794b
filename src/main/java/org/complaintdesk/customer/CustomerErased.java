package org.complaintdesk.customer;

import java.util.List;

/**
 * A person's data is erased. Every module replaces what it keeps about the person, in the transaction that publishes
 * this: names, contacts, whatever they wrote and whatever was written to or about them, files included. Facts needed for
 * accounts and measures (dates, amounts, categories, ratings) stay.
 *
 * @param customerId the file that is erased; it stays as an empty shell
 * @param all        that file's id and the ids of those merged into it
 * @param cases      the numbers of all the person's complaints and reviews; every one of them is closed
 * @param contacts   what the person was called and reached by, for what was never joined to a case; compare them as {@link NamedPeople} does
 */
public record CustomerErased(long customerId, List<Long> all, List<String> cases, List<Contact> contacts) {

    public CustomerErased {
        all = List.copyOf(all);
        cases = List.copyOf(cases);
        contacts = List.copyOf(contacts);
    }
}
