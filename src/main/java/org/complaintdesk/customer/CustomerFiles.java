package org.complaintdesk.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whole files of customers: two become one, one is erased, and what was done with them is kept. */
@Component
@Transactional
public class CustomerFiles {

    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {
    };

    private final CustomerStore store;
    private final Customers customers;
    private final OrderRows orders;
    private final RefusalDigests digests;
    private final Wording wording;
    private final Clock clock;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    CustomerFiles(CustomerStore store, Customers customers, OrderRows orders, RefusalDigests digests, Wording wording, Clock clock, ObjectMapper json,
                  JdbcClient jdbc, ApplicationEventPublisher events, AuditLog audit) {
        this.store = store;
        this.customers = customers;
        this.orders = orders;
        this.digests = digests;
        this.wording = wording;
        this.clock = clock;
        this.json = json;
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
    }

    /** @return the files that became part of this one; they say what else the person was called and reached by */
    @Transactional(readOnly = true)
    public List<Customer> mergedInto(long id) {
        return store.findMergedInto(id);
    }

    /**
     * Two files are one person's: from now on there is one. The other one's number leads to it.
     *
     * @param by the user id of the supervisor who says so
     * @throws NoSuchElementException when there is no such customer
     * @throws InvalidInput           when it is the same file, or one of them was merged or erased meanwhile
     */
    public Customer merge(long from, long into, String by) {
        List<Customer> locked = lock(from, into);
        Customer absorbed = alive(locked, from);
        Customer kept = alive(locked, into);
        if (from == into) {
            throw new InvalidInput("with", wording.text("customers.merge.same"));
        }
        Customer filled = kept.mergedWith(absorbed);
        store.save(filled);
        jdbc.sql("update customer set merged_into = :into where id = :from or merged_into = :from")
                .param("into", into).param("from", from).update();
        customers.readAgain();
        orders.move(from, into);
        note(into, FileAction.What.MERGED, Map.of("from", String.valueOf(from)), by);
        events.publishEvent(new CustomerMerged(from, into));
        return filled;
    }

    /** Whatever this transaction read of customers before, it reads again. */
    private List<Customer> lock(Long... files) {
        List<Customer> locked = store.lock(List.of(files));
        customers.readAgain();
        return locked;
    }

    private Customer alive(List<Customer> locked, long id) {
        Customer customer = locked.stream().filter(each -> each.id() == id).findFirst()
                .orElseThrow(() -> new NoSuchElementException("No customer " + id));
        if (customer.mergedInto() != null || customer.isErased()) {
            throw new InvalidInput("with", wording.text("customers.merge.gone", String.valueOf(id)));
        }
        return customer;
    }

    /**
     * Until the transaction ends nobody opens a case for this customer or merges the file.
     *
     * @return the ids of the file and of those merged into it
     * @throws NoSuchElementException when there is no such customer
     * @throws InvalidInput           when it was merged or erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> hold(long id) {
        events.publishEvent(new ErasureBegins(id));
        List<Customer> locked = lock(id);
        alive(locked, id);
        return locked.stream().map(Customer::id).toList();
    }

    /**
     * Erases what is known of the person, here and in every module. Of a refusal of contact only a keyed digest of the
     * contacts stays, so that it outlives the data. That no case is open is for the caller to check, holding the file.
     *
     * @param cases the numbers of all the person's cases
     * @param by    the user id of whoever erases
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(long id, List<String> cases, String by) {
        List<Customer> all = lock(id);
        alive(all, id);
        List<Contact> contacts = all.stream().map(Customer::contact).distinct().toList();
        boolean refused = all.stream().anyMatch(file -> store.refused(file.id()));
        Instant now = clock.instant();
        if (refused) {
            contacts.forEach(contact -> digests.keep(contact, now));
        }
        List<Long> ids = all.stream().map(Customer::id).toList();
        ids.forEach(orders::deleteOf);
        store.forgetRefusals(ids);
        store.forgetReasons(ids);
        store.forgetActions(ids);
        store.empty(ids, wording.text("customers.erased.name"), now);
        customers.readAgain();
        note(id, FileAction.What.ERASED, Map.of("cases", String.valueOf(cases.size())), by);
        events.publishEvent(new CustomerErased(id, ids, cases, contacts));
    }

    /** @param details codes and numbers only, nothing about the person: it outlives their data */
    public void note(long id, FileAction.What what, Map<String, String> details, String by) {
        jdbc.sql("insert into customer_file_action (customer_id, what, details, who, at) values (?, ?, ?::json, ?, ?)")
                .params(id, what.name(), write(details), by, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        event(what).ifPresent(event -> audit.record(event, "customer " + id, details.isEmpty() ? null : details.toString()));
    }

    private static Optional<AuditEvent> event(FileAction.What what) {
        return switch (what) {
            case MERGED -> Optional.of(AuditEvent.MERGED);
            case EXPORTED -> Optional.of(AuditEvent.EXPORTED);
            case ERASED -> Optional.of(AuditEvent.ERASED);
            case CONTACT_CORRECTED, PREFERENCES -> Optional.empty();
        };
    }

    /** @return latest first, at most 100 */
    @Transactional(readOnly = true)
    public List<FileAction> actions(long id) {
        return jdbc.sql("""
                        select at, who, what, details from customer_file_action
                         where customer_id in (select id from customer where id = :id or merged_into = :id)
                         order by id desc limit 100""")
                .param("id", id)
                .query((row, index) -> new FileAction(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"),
                        FileAction.What.valueOf(row.getString("what")), read(row.getString("details")))).list();
    }

    private String write(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String details) {
        try {
            return json.readValue(Objects.requireNonNull(details), DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
