package org.complaintdesk.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.platform.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who saw a customer's contacts in full, and why. */
@Component
@Transactional
public class ContactAccess {

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Reasons reasons;
    private final Clock clock;
    private final AuditLog audit;

    ContactAccess(JdbcClient jdbc, Customers customers, Reasons reasons, Clock clock, AuditLog audit) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.reasons = reasons;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param place where they were seen: the number of a case, or {@code customer} for the customer's file */
    public record Seen(Instant at, String who, String place, String reason) {
    }

    /**
     * Someone wants to see the contacts; noted before they are shown.
     *
     * @return the customer
     * @throws InvalidInput           naming the reason, when it is missing or too long; nothing may be shown then
     * @throws java.util.NoSuchElementException when there is no such customer
     */
    @Transactional(noRollbackFor = InvalidInput.class)
    public Customer unmask(long customerId, String place, String reason, String who) {
        Customer customer = customers.byId(customerId);
        jdbc.sql("insert into contact_unmasked (customer_id, place, reason, who, at) values (?, ?, ?, ?, ?)")
                .params(customer.id(), place, reasons.read(reason), who,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        audit.record(AuditEvent.UNMASKED, "customer " + customer.id(), place);
        return customer;
    }

    /** @return latest first, at most 100 */
    @Transactional(readOnly = true)
    public List<Seen> of(long customerId) {
        return jdbc.sql("""
                        select at, who, place, reason from contact_unmasked
                         where customer_id in (select id from customer where id = :id or merged_into = :id)
                         order by id desc limit 100""")
                .param("id", customers.byId(customerId).id())
                .query((row, index) -> new Seen(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"),
                        row.getString("place"), row.getString("reason"))).list();
    }
}
