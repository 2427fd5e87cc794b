package org.complaintdesk.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface CustomerStore extends ListCrudRepository<Customer, Long> {

    /** The customer with exactly these details; a new one where there is none, or where nothing tells whether it is the same. */
    @Query("""
            with known as (
                select * from customer
                 where :identified
                   and name = :name
                   and coalesce(email, '') = coalesce(:email, '')
                   and coalesce(phone, '') = coalesce(:phone, '')
                   and coalesce(platform_id, '') = coalesce(:platformId, '')
                 order by id limit 1),
            added as (
                insert into customer (name, email, phone, platform_id, created_at)
                select :name, :email, :phone, :platformId, cast(:at as timestamptz) where not exists (select 1 from known)
                returning *)
            select * from known union all select * from added""")
    Customer findOrAdd(boolean identified, String name, String email, String phone, String platformId, Instant at);

    @Query("select * from customer where email = :email and merged_into is null order by id")
    List<Customer> findByAddress(String email);

    @Query("select * from customer where merged_into = :id order by id")
    List<Customer> findMergedInto(long id);

    /** Nobody changes the files, merges them or opens a case for them until the transaction ends. */
    @Query("select * from customer where id in (:ids) or merged_into in (:ids) order by id for update")
    List<Customer> lock(List<Long> ids);

    /** Files that are likely the same person's: the same address or whole phone, or the same chat name and name. */
    @Query("""
            select * from customer
             where merged_into is null and id <> :id
               and (email = :email
                 or right(regexp_replace(phone, '[^0-9*]', '', 'g'), 11) = :phone
                 or platform_id = :platformId and name = :name)
             order by id limit 20""")
    List<Customer> findLikely(long id, String name, String email, String phone, String platformId);

    @Query("""
            select * from customer
             where email = :email
                or right(regexp_replace(phone, '[^0-9*]', '', 'g'), 11) = :phone and (position('*' in :phone) = 0 or name = :name)
                or platform_id = :platformId
             order by coalesce(email = :email, false) desc,
                      coalesce(right(regexp_replace(phone, '[^0-9*]', '', 'g'), 11) = :phone, false) desc, id
             limit 1""")
    Optional<Customer> findKnown(String name, String email, String phone, String platformId);

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
    @Query("select " + SURVEYS_REFUSED)
    boolean hasSurveyRefusal(long customer, String email);

    @Modifying
    @Query("update customer set email_bounced_at = coalesce(email_bounced_at, :at), email_bounce = :reason where email = :email")
    void addressBounced(String email, Instant at, String reason);

    @Modifying
    @Query("update customer set email_bounced_at = null, email_bounce = null where email = :email and email_bounced_at is not null")
    void addressWorks(String email);

    @Modifying
    @Query("""
            insert into contact_refusal (customer_id, refused_at, reason, lifted, who)
            values (:customer, :at, :reason, :lifted, :who)""")
    void addRefusal(long customer, Instant at, String reason, boolean lifted, String who);

    @Query("""
            select refused_at as at, lifted, reason, who from contact_refusal
             where customer_id in (select id from customer where id = :id or merged_into = :id) order by id desc limit 100""")
    List<ContactWord> findWords(long id);

    /** Whether the latest word of this file is a refusal. */
    @Query("""
            select coalesce((select not lifted from contact_refusal where customer_id = :id order by id desc limit 1), false)""")
    boolean refused(long id);

    @Modifying
    @Query("delete from contact_refusal where customer_id in (:ids)")
    void forgetRefusals(List<Long> ids);

    @Modifying
    @Query("update contact_unmasked set reason = '' where customer_id in (:ids)")
    void forgetReasons(List<Long> ids);

    @Modifying
    @Query("update customer_file_action set details = '{}' where customer_id in (:ids)")
    void forgetActions(List<Long> ids);

    @Modifying
    @Query("""
            update customer set name = :name, email = null, phone = null, platform_id = null, language = null,
                   preferred_contact = null, surveys_refused_at = null, email_bounced_at = null, email_bounce = null,
                   erased_at = :at
             where id in (:ids)""")
    void empty(List<Long> ids, String name, Instant at);

    /** The customers whose latest word is a refusal, among this one and whoever has the same address, phone or platform name. */
    String REFUSING = """
            select last.customer_id from (
                select distinct on (customer_id) customer_id, lifted from contact_refusal
                 where customer_id in (
                    select id from customer where id = :customer or merged_into = :customer
                    union all select id from customer where email = :email
                    union all select id from customer
                               where right(regexp_replace(phone, '[^0-9*]', '', 'g'), 11) = :phone
                    union all select id from customer where platform_id = :platformId)
                 order by customer_id, id desc) last
             where not last.lifted""";

    String REFUSED = "(exists (" + REFUSING + ") or exists (select 1 from erased_refusal where digest in (:digests)))";

    String SURVEYS_REFUSED =
            "exists (select 1 from customer where surveys_refused_at is not null and (id = :customer or email = :email))";

    /** What is null is nobody's. */
    @Query(REFUSING)
    List<Long> findRefusing(long customer, String email, String phone, String platformId);

    /** Whether there is one of them, or somebody whose data is erased and who is known by one of these digests. */
    @Query("select " + REFUSED)
    boolean isRefused(long customer, String email, String phone, String platformId, List<String> digests);

    /** Whether there is a refusal of surveys, or one of contact. */
    @Query("select " + SURVEYS_REFUSED + " or " + REFUSED)
    boolean isRefusedOrOfSurveys(long customer, String email, String phone, String platformId, List<String> digests);
}
