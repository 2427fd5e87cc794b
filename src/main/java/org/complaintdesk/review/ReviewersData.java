package org.complaintdesk.review;

import java.util.List;
import java.util.Map;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.complaintdesk.customer.NamedPeople;
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
        NamedPeople person = new NamedPeople(erased.contacts());
        List<Long> naming = jdbc.sql("select id, lesson from review where customer_id in (:all) and lesson is not null")
                .param("all", erased.all()).query((row, index) -> Map.entry(row.getLong("id"), row.getString("lesson"))).list().stream()
                .filter(lesson -> person.areNamedIn(lesson.getValue())).map(Map.Entry::getKey).toList();
        if (!naming.isEmpty()) {
            jdbc.sql("update review set lesson = null, lesson_key = null where id in (:naming)").param("naming", naming).update();
        }
    }
}
