package org.complaintdesk.customer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.platform.DeskSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refusals of people whose data is erased. What they were reached by is kept as digests under the desk's secret only:
 * enough to respect the refusal when they turn up again, useless to find out who it was without the secret.
 */
@Component
class RefusalDigests {

    private final DeskSecret secret;
    private final JdbcClient jdbc;

    RefusalDigests(DeskSecret secret, JdbcClient jdbc) {
        this.secret = secret;
        this.jdbc = jdbc;
    }

    void keep(Contact contact, Instant now) {
        of(contact).forEach(digest -> jdbc.sql("insert into erased_refusal (digest, refused_at) values (?, ?) on conflict do nothing")
                .params(digest, OffsetDateTime.ofInstant(now, ZoneOffset.UTC)).update());
    }

    /** The person told us that contact is welcome again. */
    void forget(Contact contact) {
        List<String> digests = of(contact);
        if (!digests.isEmpty()) {
            jdbc.sql("delete from erased_refusal where digest in (:digests)").param("digests", digests).update();
        }
    }

    /** @return as what the contact is kept here; empty when no more than a name is known */
    List<String> of(Contact contact) {
        String phone = Known.phone(contact.phone());
        String platformId = Known.platformId(contact.platformId());
        return Stream.of(contact.email() == null ? null : "mail|" + contact.email(), phone == null ? null : "phone|" + phone,
                        platformId == null ? null : "platform|" + platformId)
                .filter(known -> known != null).map(known -> secret.sign("refused-contact", known)).toList();
    }
}
