package org.complaintdesk.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintdesk.platform.CleanText;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists reviews, newest first, and the lessons learnt from them. */
@Component
class ReviewSearch {

    /** {@link ReviewState#isOverdue} for the database. */
    private static final String OVERDUE = """
            (r.closed_at is null and (r.attempts = 0 and r.stage = 'CONTACTING' and r.contact_due < :now
             or r.no_reply_reason is null and r.ruling is distinct from 'REMOVED' and r.reply_due > r.received_at
                and r.reply_due < :now))""";

    private final JdbcClient jdbc;
    private final ReviewRows rows;
    private final Clock clock;

    ReviewSearch(JdbcClient jdbc, ReviewRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    Page<Review> find(ReviewQuery query, Pageable page) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        if (query.stage() != null) {
            conditions.add("r.stage = :stage");
            values.put("stage", query.stage().name());
        }
        if (query.kind() != null) {
            conditions.add("r.kind = :kind");
            values.put("kind", query.kind().name());
        }
        if (query.urgency() != null) {
            conditions.add("r.urgency = :urgency");
            values.put("urgency", query.urgency().name());
        }
        if (query.overdue() != null) {
            conditions.add((query.overdue() ? "" : "not ") + OVERDUE);
            values.put("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        String text = CleanText.of(query.text());
        if (text != null) {
            conditions.add("""
                    (r.number = :exact or r.order_number = :exact or r.product ilike :like or r.text ilike :like
                     or u.name ilike :like)""");
            values.put("exact", text);
            values.put("like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        String from = " from review r join customer u on u.id = r.customer_id where " + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*)" + from).params(values).query(Long.class).single();
        values.put("limit", page.getPageSize());
        values.put("offset", page.getOffset());
        List<Long> ids = jdbc.sql("select r.id" + from + " order by r.id desc limit :limit offset :offset").params(values)
                .query(Long.class).list();
        Map<Long, Review> found = rows.findAllById(ids).stream().collect(Collectors.toMap(Review::id, r -> r));
        return new PageImpl<>(ids.stream().map(found::get).toList(), page, total);
    }

    List<CommonLesson> commonLessons(LessonArea area, int limit) {
        return jdbc.sql("""
                        select lesson_area, (array_agg(lesson order by closed_at desc))[1] as lesson, count(*) as times
                        from review where lesson_key is not null and (:area::text is null or lesson_area = :area)
                        group by lesson_area, lesson_key order by times desc, max(closed_at) desc limit :limit""")
                .param("area", area == null ? null : area.name()).param("limit", limit)
                .query((row, index) -> new CommonLesson(LessonArea.valueOf(row.getString("lesson_area")),
                        row.getString("lesson"), row.getInt("times"))).list();
    }
}
