package org.complaintdesk.customer;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface CustomerStore extends ListCrudRepository<Customer, Long> {

    @Query("""
            select * from customer
             where name = :name
               and coalesce(email, '') = coalesce(:email, '')
               and coalesce(phone, '') = coalesce(:phone, '')
               and coalesce(platform_id, '') = coalesce(:platformId, '')
             order by id limit 1""")
    Optional<Customer> findSame(String name, String email, String phone, String platformId);

    @Modifying
    @Query("insert into contact_refusal (customer_id, refused_at, reason) values (:customer, :at, :reason)")
    void addRefusal(long customer, Instant at, String reason);

    /** Whether this customer refused contact, or anyone with the same address, phone or platform name; null is nobody's. */
    @Query("""
            select exists (select 1 from contact_refusal where customer_id in (
                select id from customer where id = :customer
                union all select id from customer where email = :email
                union all select id from customer
                           where right(regexp_replace(phone, '[^0-9*]', '', 'g'), 11) = :phone
                union all select id from customer where platform_id = :platformId))""")
    boolean hasRefusal(long customer, String email, String phone, String platformId);
}
