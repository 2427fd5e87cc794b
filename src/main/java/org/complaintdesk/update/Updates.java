package org.complaintdesk.update;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The store of all updates; other modules read through {@link CustomerUpdates}. */
public interface Updates extends Repository<CustomerUpdate, Long> {

    /** @throws org.springframework.dao.DuplicateKeyException when there is an update of this key already */
    CustomerUpdate save(CustomerUpdate update);

    CustomerUpdate findByUpdateKey(String key);

    List<CustomerUpdate> findByCaseNumberOrderById(String caseNumber);

    int countByCaseNumberAndAudienceAndKind(String caseNumber, Audience audience, String kind);

    /** What agents are still to tell customers who did not ask for it. */
    @Query("select * from customer_update where state = 'PENDING' and unasked and route = 'TELL' order by id")
    List<CustomerUpdate> findUnaskedToTell();

    /** The Message-ID of the first mail this address got about the case, null when none went out yet. */
    @Query("""
            select message_id from customer_update
             where case_number = :caseNumber and recipient = :recipient and state = 'SENT'
             order by sent_at, id limit 1""")
    String firstMessageOf(String caseNumber, String recipient);

    /** @throws NoSuchElementException when there is no such update */
    default CustomerUpdate byKey(String key) {
        CustomerUpdate update = findByUpdateKey(key);
        if (update == null) {
            throw new NoSuchElementException("No update " + key);
        }
        return update;
    }
}
