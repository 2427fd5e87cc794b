package org.complaintdesk.complaint;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

/** What every step asks is said in SQL: a query derived from a method's name is built anew for each call. */
interface ComplaintRows extends ListCrudRepository<Complaint, Long> {

    @Query("select * from complaint where number = :number")
    Optional<Complaint> findByNumber(ComplaintNumber number);

    /** The same, for whoever is going to change it: others who want to wait here. */
    @Query("select * from complaint where number = :number for update")
    Optional<Complaint> findLockedByNumber(ComplaintNumber number);

    /** The same, unless somebody else is about to change it. */
    @Query("select * from complaint where number = :number for update skip locked")
    Optional<Complaint> findFreeByNumber(ComplaintNumber number);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    List<Complaint> findLockedByCustomerIdIn(List<Long> customers);

    List<Complaint> findByIdInOrderByIdDesc(List<Long> ids);

    List<Complaint> findByCustomerIdOrderByIdDesc(long customerId);

    List<Complaint> findTop100ByOrderNumberOrderByIdDesc(String orderNumber);

    @Query("select * from complaint where order_number = :orderNumber or customer_id = :customerId order by id desc limit 10")
    List<Complaint> findRelated(String orderNumber, long customerId);
}
