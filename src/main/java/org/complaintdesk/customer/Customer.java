package org.complaintdesk.customer;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * Someone who complained, and how they can be reached.
 *
 * @param name       as the customer or the platform gave it; platforms mask it ({@code 王**})
 * @param email      null when unknown; marketplaces do not pass it on
 * @param phone      null when unknown
 * @param platformId the name in the marketplace's chat, null when unknown
 */
public record Customer(@Id Long id, String name, String email, String phone, String platformId, Instant createdAt) {

    Customer with(Contact contact) {
        return new Customer(id, contact.name(), contact.email(), contact.phone(), contact.platformId(), createdAt);
    }
}
