package org.complaintdesk.intake.csv;

import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of files that name a person by phone, address or platform name go with the person's data. */
@Component
class ForgetErasedPeople {

    private final JdbcClient jdbc;

    ForgetErasedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void erased(CustomerErased erased) {
        String[] contacts = erased.contacts().stream().flatMap(ForgetErasedPeople::known).distinct().toArray(String[]::new);
        if (contacts.length > 0) {
            jdbc.sql("delete from import_reject where cells && ?::text[]").param(contacts).update();
        }
    }

    private static Stream<String> known(Contact contact) {
        return Stream.of(contact.email(), contact.phone(), contact.platformId()).filter(Objects::nonNull);
    }
}
