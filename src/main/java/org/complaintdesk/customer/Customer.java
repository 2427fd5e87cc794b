package org.complaintdesk.customer;

import java.time.Instant;
import java.util.Objects;
import org.springframework.data.annotation.Id;

/**
 * Someone who complained, and how they can be reached.
 *
 * @param name             as the customer or the platform gave it; platforms mask it ({@code 王**})
 * @param email            null when unknown; marketplaces do not pass it on
 * @param phone            null when unknown
 * @param platformId       the name in the marketplace's chat, null when unknown
 * @param language         the language the customer writes in, {@code zh} or {@code en}; null when unknown
 * @param preferredContact null when the customer has not said
 * @param surveysRefusedAt since when the customer wants no surveys; null when they do not mind
 * @param emailBouncedAt   since when mail to the address comes back; null when it does not
 * @param emailBounce      what the mail server said, null when mail does not come back
 * @param mergedInto       the file this one became part of, null when it stands for itself
 * @param erasedAt         when the person's data was erased, null when it is there
 */
public record Customer(@Id Long id, String name, String email, String phone, String platformId, Instant createdAt,
                       String language, PreferredContact preferredContact, Instant surveysRefusedAt,
                       Instant emailBouncedAt, String emailBounce, Long mergedInto, Instant erasedAt) {

    /** Saving the same address once more does not say that mail gets there. */
    Customer with(Contact contact) {
        boolean sameAddress = Objects.equals(email, contact.email());
        return new Customer(id, contact.name(), contact.email(), contact.phone(), contact.platformId(), createdAt, language,
                preferredContact, surveysRefusedAt, sameAddress ? emailBouncedAt : null, sameAddress ? emailBounce : null,
                mergedInto, erasedAt);
    }

    /**
     * @return what this file becomes when another one of the same person is merged into it: what it knows stays, what it
     *         does not know comes from the other
     */
    public Customer mergedWith(Customer other) {
        Contact both = new Contact(name, email == null ? other.email : email, phone == null ? other.phone : phone,
                platformId == null ? other.platformId : platformId);
        return with(both).adopting(other);
    }

    /** What another file of the same person knows of their wishes and of the address counts here too. */
    private Customer adopting(Customer other) {
        boolean bounced = other.emailBouncedAt != null && email != null && email.equals(other.email);
        return new Customer(id, name, email, phone, platformId, createdAt, language == null ? other.language : language,
                preferredContact == null ? other.preferredContact : preferredContact,
                surveysRefusedAt == null ? other.surveysRefusedAt : surveysRefusedAt,
                bounced ? other.emailBouncedAt : emailBouncedAt, bounced ? other.emailBounce : emailBounce, mergedInto, erasedAt);
    }

    /** Whether they are one person as far as can be told. */
    boolean isKnownAs(Customer other) {
        return id.equals(other.id) || isSame(email, other.email) || isSame(Known.phone(phone), Known.phone(other.phone))
                || isSame(Known.platformId(platformId), Known.platformId(other.platformId));
    }

    private static boolean isSame(String one, String other) {
        return one != null && one.equalsIgnoreCase(other);
    }

    /** @return what this customer is called and reached by */
    public Contact contact() {
        return new Contact(name, email, phone, platformId);
    }

    /** @return whether mail can be sent to this customer: there is an address, and mail to it does not come back */
    public boolean hasUsableAddress() {
        return email != null && emailBouncedAt == null;
    }

    public boolean isErased() {
        return erasedAt != null;
    }
}
