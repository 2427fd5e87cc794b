package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails follow their customer: into another file, or into oblivion. */
@Component
class PersonalMail {

    private final JdbcClient jdbc;

    PersonalMail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void merged(CustomerMerged merged) {
        jdbc.sql("update inbound_mail set customer_id = ? where customer_id = ?").params(merged.into(), merged.from()).update();
    }

    /** Of an erased person's mails stays that there were some, and what became of them. */
    @EventListener
    void erased(CustomerErased erased) {
        List<String> addresses = erased.contacts().stream().map(Contact::email).filter(Objects::nonNull)
                .map(address -> address.toLowerCase(Locale.ROOT)).toList();
        jdbc.sql("""
                        update inbound_mail
                           set raw = null, sender = null, sender_name = null, subject = '', body = '', quoted = '', message_id = null,
                               attachments = '{}', note = null, customer_id = null
                         where customer_id = any (:customers) or case_number = any (:cases) or sender = any (:addresses)""")
                .param("customers", erased.all().toArray(Long[]::new)).param("cases", erased.cases().toArray(String[]::new))
                .param("addresses", addresses.toArray(String[]::new)).update();
        jdbc.sql("update mailbox_finding set about = '' where mail_id in (select id from inbound_mail where sender is null)").update();
    }
}
