package org.complaintdesk.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reviews keep of a person: moved to another file, or erased. The versions see to it that nobody saves it back. */
@Component
class ReviewersData {

    /** The details of what happened that are codes, numbers and times; everything else may say something of the person. */
    private static final String[] HARMLESS = {"channel", "rating", "reviewKind", "severity", "contact", "complaint", "ruling",
        "posted", "postedAt", "fate", "area", "level", "until", "task", "kind", "via", "earlyEnd"};

    private final ReviewReferences references;
    private final ReviewWrites writes;
    private final JdbcClient jdbc;

    ReviewersData(ReviewReferences references, ReviewWrites writes, JdbcClient jdbc) {
        this.references = references;
        this.writes = writes;
        this.jdbc = jdbc;
    }

    @EventListener
    void merged(CustomerMerged merged) {
        writes.forget();
        jdbc.sql("update review set customer_id = :into, version = version + 1 where customer_id = :from")
                .param("into", merged.into()).param("from", merged.from()).update();
    }

    /** Rating, kind, dates and what became of the review stay, they are what is measured; what was written goes. */
    @EventListener
    void erased(CustomerErased erased) {
        writes.forget();
        references.erase(erased.all());
        jdbc.sql("""
                        update review_event set details = coalesce((
                            select json_object_agg(detail.key, detail.value) from json_each(details) detail
                             where detail.key = any(:harmless)), '{}')
                         where review_id in (select id from review where customer_id in (:all))""")
                .param("harmless", HARMLESS).param("all", erased.all()).update();
        jdbc.sql("""
                        update review set external_id = null, order_number = null, product = null, text = null, new_text = null,
                               no_reply_reason = null, reply = null, closing_note = null, replied_by = null,
                               version = version + 1
                         where customer_id in (:all)""")
                .param("all", erased.all()).update();
        forgetLessons(erased);
    }

    /** A lesson is about the shop, unless it names the person. */
    private void forgetLessons(CustomerErased erased) {
        List<String> names = erased.contacts().stream().flatMap(ReviewersData::names).distinct().toList();
        names.forEach(name -> jdbc.sql("""
                        update review set lesson = null, lesson_key = null
                         where customer_id in (:all) and position(:name in lesson) > 0""")
                .param("all", erased.all()).param("name", name).update());
    }

    private static Stream<String> names(Contact contact) {
        return Stream.of(contact.name(), contact.email(), contact.phone(), contact.platformId()).filter(Objects::nonNull);
    }
}
