package org.complaintdesk.customer;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * People in what others wrote down: an address in capitals, a phone number with blanks or in full width are still theirs. An
 * account that says no more than "anonymous" is nobody's, and a number with hidden digits is theirs only beside their name.
 */
public final class NamedPeople {

    /** What is longer is a text that happens to have digits. */
    private static final int LONGEST_PHONE = 40;

    private final List<Person> people;

    public NamedPeople(Collection<Contact> contacts) {
        people = contacts.stream().map(Person::of).distinct().toList();
    }

    private record Person(String name, String email, String phone, String platformId) {

        static Person of(Contact contact) {
            return new Person(plain(contact.name()), plain(contact.email()), Known.phone(plain(contact.phone())),
                    plain(Known.platformId(contact.platformId())));
        }

        boolean isKnownBy(Set<String> values, Set<String> phones) {
            return values.contains(email) || values.contains(platformId)
                    || phones.contains(phone) && (!phone.contains("*") || values.contains(name));
        }

        boolean isNamedIn(String text) {
            return Stream.of(name, email, platformId).filter(Objects::nonNull).anyMatch(text::contains)
                    || phone != null && text.replaceAll("[^0-9*]", "").contains(phone);
        }
    }

    /** @return whether one of these values, each a whole cell or field, is what one of them is known by */
    public boolean areKnownBy(Collection<String> values) {
        Set<String> plain = new HashSet<>();
        Set<String> phones = new HashSet<>();
        for (String value : values) {
            String each = plain(value);
            plain.add(each);
            if (each.length() <= LONGEST_PHONE && Known.phone(each) != null) {
                phones.add(Known.phone(each));
            }
        }
        return people.stream().anyMatch(person -> person.isKnownBy(plain, phones));
    }

    /** @return whether a text names one of them or says what one of them is known by */
    public boolean areNamedIn(String text) {
        String plain = plain(text);
        return people.stream().anyMatch(person -> person.isNamedIn(plain));
    }

    private static String plain(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
