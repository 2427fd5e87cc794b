package org.complaintdesk.customer;

import java.time.Instant;
import java.util.List;
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

    @Query("select * from customer where email = :email and merged_into is null order by id")
    List<Customer> findByAddress(String email);

    @Query("select * from customer where merged_into = :id order by id")
    List<Customer> findMergedInto(long id);

    @Modifying
    @Query("update customer set language = :language where id = :id")
    void setLanguage(long id, String language);

    @Modifying
    @Query("update customer set preferred_contact = :preferred where id = :id")
    void setPreferredContact(long id, PreferredContact preferred);

    @Modifying
    @Query("update customer set surveys_refused_at = coalesce(surveys_refused_at, :at) where id = :id")
    void refuseSurveys(long id, Instant at);

    @Modifying
    @Query("update customer set surveys_refused_at = null where id = :id")
    void allowSurveys(long id);

    /** Whether this customer refused surveys, or anyone else who reads mail at the address. */
    @Query("select exists (select 1 from customer where surveys_refused_at is not null and (id = :id or email = :email))")
    boolean hasSurveyRefusal(long id, String email);

    @Modifying
    @Query("update customer set email_bounced_at = coalesce(email_bounced_at, :at), email_bounce = :reason where email = :email")
    void addressBounced(String email, Instant at, String reason);

    @Modifying
    @Query("insert into contact_refusal (customer_id, refused_at, reason) values (:customer, :at, :reason)")
    void addRefusal(long customer, Instant at, String reason);

    /**
     * The customers whose latest word is that they refuse contact, among this one and whoever has the same address, phone
     * or platform name; null is nobody's.
     */
    @Query("""
            select last.customer_id from (
                select distinct on (customer_id) customer_id, lifted from contact_refusal
                 where customer_id in (
                    select id from customer where id = :customer or merged_into = :customer
                    union all select id from customer where email = :email
                    union all select id from customer
                               where right(regexp_replace(phone, '[^0-9*]', '', 'g'), 11) = :phone
                    union all select id from customer where platform_id = :platformId)
                 order by customer_id, id desc) last
             where not last.lifted""")
    List<Long> findRefusing(long customer, String email, String phone, String platformId);
}
