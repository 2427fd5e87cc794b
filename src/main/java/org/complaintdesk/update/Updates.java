package org.complaintdesk.update;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.complaintdesk.customer.MessageFates;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The store of all updates; other modules read through {@link CustomerUpdates}. */
public interface Updates extends Repository<CustomerUpdate, Long>, UpdateRows {

    /** See {@link CustomerUpdate#isOpen()}. */
    String OPEN = """
            select * from customer_update
             where case_number = :caseNumber and (state = 'PENDING' or state = 'BOUNCED' and route is distinct from 'KEEP')
             order by id""";

    @Query("select * from customer_update where update_key = :key")
    CustomerUpdate findByUpdateKey(String key);

    @Query("select * from customer_update where case_number = :caseNumber order by id")
    List<CustomerUpdate> findByCaseNumberOrderById(String caseNumber);

    /** What a case's readers may still get, held until the end of the transaction; waits for mails that are under way. */
    @Query(OPEN + " for update")
    List<CustomerUpdate> lockOpen(String caseNumber);

    /** The same but for mails that are under way just now: those can no longer be taken back. */
    @Query(OPEN + " for update skip locked")
    List<CustomerUpdate> lockOpenUnlessUnderWay(String caseNumber);

    /** Whether an agent is still to tell the customer this. */
    @Query("""
            select exists (select 1 from customer_update
                            where case_number = :caseNumber and kind = :kind and route = 'TELL' and state in ('PENDING', 'BOUNCED'))""")
    boolean isToBeTold(String caseNumber, String kind);

    @Query("select update_key from customer_update where case_number = :caseNumber order by id")
    List<String> keysOf(String caseNumber);

    /** What agents are still to tell customers who did not ask for it. */
    @Query("select * from customer_update where state in ('PENDING', 'BOUNCED') and unasked and route = 'TELL' order by id")
    List<CustomerUpdate> findUnaskedToTell();

    /** The same, held until the end of the transaction, so that what is decided about it is true. Null when there is none. */
    @Query("select * from customer_update where update_key = :key for update")
    CustomerUpdate lockByUpdateKey(String key);

    /**
     * What an update that begins has to know of those before it.
     *
     * @param occasions  how often this was said in the case; what was sent again counts once
     * @param sentBefore as {@link Updates#sentBefore}; null when empty
     */
    record Before(int occasions, Instant sentBefore) {
    }

    @Query("""
            select (select count(*) from customer_update
                     where case_number = :caseNumber and audience = 'CUSTOMER' and kind = :kind and resend_of is null) as occasions,
                   (select sent_at from customer_update
                     where recipient = :recipient and audience = 'CUSTOMER' and sent_at > :since
                     order by sent_at desc offset :others limit 1) as sent_before""")
    Before before(String caseNumber, String kind, String recipient, Instant since, int others);

    int countByResendOf(String key);

    /** Mail that was refused, or waits for an agent, gets nowhere by itself. */
    @Query("""
            with last as (
                select update_key from customer_update
                 where case_number = :caseNumber and kind = :kind and audience = 'CUSTOMER' and resend_of is null
                 order by id desc limit 1)
            select min(case said.state when 'SENT' then said.sent_at when 'TOLD' then said.told_at end) as heard,
                   coalesce(bool_or(said.state = 'PENDING' and said.rejection is null and said.route is distinct from 'TELL'),
                            false) as under_way
              from last join customer_update said
                on said.case_number = :caseNumber and last.update_key in (said.update_key, said.resend_of)""")
    MessageFates.Fate fateOfLast(String caseNumber, String kind);

    /** What {@link CustomerUpdate#sent} says, of an update that is locked. */
    @Modifying
    @Query("update customer_update set state = 'SENT', sent_at = :at where update_key = :key")
    void sent(String key, Instant at);

    /** How many notices a colleague got since then, at most so many. */
    @Query("""
            select count(*) from (select 1 from customer_update
                                   where colleague = :colleague and created_at > :since and kind <> :bundle
                                   order by created_at desc limit :most) lately""")
    int noticesSince(String colleague, Instant since, String bundle, int most);

    /**
     * The bundle a colleague's notices still join, kept open until the end of the transaction; others may join meanwhile.
     * Null when there is none.
     */
    @Query("""
            select * from customer_update
             where colleague = :colleague and wait_reason = :reason and kind = :kind and route = 'WAIT' for key share""")
    CustomerUpdate openBundle(String colleague, WaitReason reason, String kind);

    /** Waits for a node that begins the same one. False when it has. */
    @Modifying
    @Query("""
            insert into customer_update (update_key, case_number, kind, audience, recipient, subject, body, message_id, colleague,
                                         route, state, wait_until, wait_reason, created_at)
            values (:key, :caseNumber, :kind, 'STAFF', :recipient, :subject, '', :messageId, :colleague,
                    'WAIT', 'PENDING', :until, :reason, :now)
            on conflict (colleague, wait_reason) where kind = 'BUNDLE' and route = 'WAIT' do nothing""")
    boolean beginBundle(String key, String caseNumber, String kind, String recipient, String subject, String messageId,
                        String colleague, Instant until, WaitReason reason, Instant now);

    /** Leaves out of a bundle what was said to be due soon and has been told as late since. */
    @Modifying
    @Query("""
            update customer_update soon
               set route = 'KEEP', state = 'KEPT', said_with = null, wait_until = null, wait_reason = null
             where said_with = :key and kind = 'REMINDER'
               and exists (select 1 from customer_update late
                            where late.case_number = soon.case_number and late.colleague = soon.colleague
                              and late.kind in ('OVERDUE', 'ESCALATION') and late.id > soon.id)""")
    void leaveOutOvertaken(String key);

    /** The kind of each notice in a bundle. */
    @Query("select kind from customer_update where said_with = :key and audience = 'STAFF'")
    List<String> kindsIn(String key);

    /** The first notices in a bundle; what is overdue comes before what is not yet. */
    @Query("""
            select * from customer_update where said_with = :key and audience = 'STAFF'
             order by (kind = 'REMINDER'), id limit :most""")
    List<CustomerUpdate> firstIn(String key, int most);

    /** What becomes of a bundle becomes of everything in it. */
    @Modifying
    @Query("""
            update customer_update notice
               set route = bundle.route, state = bundle.state, rejection = bundle.rejection, sent_at = bundle.sent_at,
                   bounced_at = bundle.bounced_at, wait_until = bundle.wait_until, wait_reason = bundle.wait_reason
              from customer_update bundle
             where bundle.update_key = :key and bundle.kind = :kind and notice.said_with = bundle.update_key""")
    void shareFate(String key, String kind);

    /** The last apology for a delay that a customer heard or will hear. Null when there is none since then. */
    @Query("""
            select * from customer_update
             where customer_id = :customerId and kind = 'DELAY_APOLOGY' and created_at > :since
               and (state in ('PENDING', 'SENT', 'TOLD') or state = 'BOUNCED' and route is distinct from 'KEEP')
             order by created_at desc, id desc limit 1""")
    CustomerUpdate lastApology(long customerId, Instant since);

    @Query("select pg_advisory_xact_lock(hashtextextended(:customerId::text, 17)) is null")
    boolean takeTurnWith(long customerId);

    /** The last mail a customer's address got about a case, if it has not come back. */
    @Query("""
            select * from customer_update
             where case_number = :caseNumber and lower(recipient) = lower(:recipient) and audience = 'CUSTOMER' and state = 'SENT'
             order by sent_at desc, id desc limit 1 for update""")
    CustomerUpdate lockLastSent(String caseNumber, String recipient);

    /** When an address got its mail before so many others since then; empty when it got no more than those. */
    @Query("""
            select sent_at from customer_update
             where recipient = :recipient and audience = 'CUSTOMER' and sent_at > :since
             order by sent_at desc offset :others limit 1""")
    Optional<Instant> sentBefore(String recipient, Instant since, int others);

    @Query("select pg_advisory_xact_lock(hashtextextended(:recipient, 4)) is null")
    boolean takeTurn(String recipient);

    /** The Message-IDs of a case's mails to and from an address, oldest first. */
    @Query("""
            select message_id from (
                select message_id, sent_at as at, 1 as ours, id from customer_update
                 where case_number = :caseNumber and recipient = :recipient and sent_at is not null and bounced_at is null
                union all
                select message_id, arrived_at, 0, id from arrived_mail where case_number = :caseNumber and address = :recipient) mail
             order by at, ours, id""")
    List<String> threadOf(String caseNumber, String recipient);

    @Modifying
    @Query("""
            insert into arrived_mail (case_number, address, message_id, arrived_at)
            values (:caseNumber, :address, :messageId, :at) on conflict do nothing""")
    void arrived(String caseNumber, String address, String messageId, Instant at);

    @Modifying
    @Query("update customer_update set customer_id = :into where customer_id = :from")
    void repoint(long from, long into);

    /** Takes out what is about a person; what was said when, and by which way, stays. */
    @Modifying
    @Query("""
            update customer_update set body = :instead, told_note = null, rejection = null, delay = null,
                   recipient = case when audience = 'CUSTOMER' then null else recipient end
             where case_number = :caseNumber""")
    void eraseCase(String caseNumber, String instead);

    @Modifying
    @Query("""
            update customer_update set body = :instead, told_note = null, rejection = null, delay = null, recipient = null
             where customer_id in (:customers)""")
    void eraseCustomers(Collection<Long> customers, String instead);

    /** The bundles in which notices of these cases stand. Whoever words or sends one of them has done so, or waits; notices still join. */
    @Query("""
            select id from customer_update
             where kind = :kind
               and update_key in (select said_with from customer_update where case_number in (:cases) and audience = 'STAFF')
             order by id for no key update""")
    List<Long> lockBundlesOf(Collection<String> cases, String kind);

    /** A bundle of one notice repeats it whole. What has not gone out yet says nothing, and so will not go out. */
    @Modifying
    @Query("""
            update customer_update bundle
               set body = case bundle.state when 'PENDING' then '' else :instead end, rejection = null, delay = null
              from customer_update only_one
             where bundle.kind = :kind and bundle.update_key = only_one.said_with and bundle.body = only_one.body
               and only_one.case_number in (:cases) and only_one.audience = 'STAFF'""")
    void eraseRepeated(Collection<String> cases, String kind, String instead);

    @Modifying
    @Query("delete from arrived_mail where case_number = :caseNumber")
    void eraseArrived(String caseNumber);

    /** @throws NoSuchElementException when there is no such update */
    default CustomerUpdate byKey(String key) {
        return Optional.ofNullable(findByUpdateKey(key)).orElseThrow(() -> new NoSuchElementException("No update " + key));
    }

    /** @throws NoSuchElementException when there is no such update */
    default CustomerUpdate lock(String key) {
        return Optional.ofNullable(lockByUpdateKey(key)).orElseThrow(() -> new NoSuchElementException("No update " + key));
    }
}
