package org.complaintdesk.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.complaintdesk.casework.CaseFilter;
import org.complaintdesk.identity.Shops;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists reviews, newest first, and the lessons learnt from them. */
@Component
class ReviewSearch {

    /** {@link ReviewState#isOverdue} for the database. */
    private static final String OVERDUE = """
            c.closed_at is null and (c.attempts = 0 and c.stage = 'CONTACTING' and c.contact_due < :now
            or c.no_reply_reason is null and c.ruling is distinct from 'REMOVED' and c.reply_due > c.received_at
            and c.reply_due < :now)""";
    private static final String FOUND_IN = """
            c.number = :exact or c.order_number = :exact or c.product ilike :like or c.text ilike :like
            or u.name ilike :like""";

    private final JdbcClient jdbc;
    private final ReviewRows rows;
    private final Shops shops;
    private final Clock clock;

    ReviewSearch(JdbcClient jdbc, ReviewRows rows, Shops shops, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.shops = shops;
        this.clock = clock;
    }

    Page<Review> find(ReviewQuery query, Pageable page) {
        return new CaseFilter().in(shops.seenNow()).is("stage", query.stage()).is("kind", query.kind()).is("urgency", query.urgency())
                .when(query.overdue(), OVERDUE).with("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .find(query.text(), FOUND_IN)
                .page(jdbc, "review", page, rows::findByIdInOrderByIdDesc);
    }

    /** @return most frequent first */
    List<CommonLesson> commonLessons(LessonArea area, int limit) {
        return jdbc.sql("""
                        select lesson_area, (array_agg(lesson order by id desc))[1] as lesson, count(*) as times
                        from review where lesson_key is not null and (:area::text is null or lesson_area = :area)
                        group by lesson_area, lesson_key order by times desc, max(id) desc limit :limit""")
                .param("area", area == null ? null : area.name()).param("limit", limit)
                .query((row, index) -> new CommonLesson(LessonArea.valueOf(row.getString("lesson_area")),
                        row.getString("lesson"), row.getInt("times"))).list();
    }
}
