package org.complaintdesk.review;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.complaintdesk.casework.CaseFilter;
import org.complaintdesk.casework.CaseOrder;
import org.complaintdesk.casework.CasePage;
import org.complaintdesk.casework.SearchWords;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.CleanText;
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

    CasePage<Review> find(ReviewQuery query, Pageable page, int most) {
        CaseFilter filter = new CaseFilter(jdbc, "review").in(shops.seenNow()).is("stage", query.stage()).is("kind", query.kind()).is("urgency", query.urgency())
                .when(query.stage() == null ? null : query.stage() != ReviewStage.CLOSED, "c.closed_at is null")
                .when(query.overdue(), OVERDUE).with("now", clock.instant());
        String text = CleanText.of(query.text());
        if (text != null) {
            String number = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
            filter = ReviewNumber.isNumber(number) ? filter.is("number", number) : filter.find(SearchWords.of(text), List.of());
        }
        return filter.page(page, CaseOrder.NEWEST, most, rows::findByIdInOrderByIdDesc);
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
