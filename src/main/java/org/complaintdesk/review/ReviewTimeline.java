package org.complaintdesk.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stories of all reviews: append-only. */
@Component
class ReviewTimeline {

    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final SignedIn signedIn;

    ReviewTimeline(JdbcClient jdbc, ObjectMapper json, Clock clock, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    void append(long review, List<Review.Noted> noted) {
        noted.forEach(happened -> jdbc.sql("insert into review_event (review_id, at, who, what, details) values (?, ?, ?, ?, ?::json)")
                .params(review, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        who(happened.what()), happened.what().name(), write(happened.details()))
                .update());
    }

    private String who(ReviewHappening what) {
        return what.isAutomatic() ? CaseEvent.SYSTEM : signedIn.person().orElse(CaseEvent.SYSTEM);
    }

    /** @return oldest first */
    List<ReviewEvent> of(long review) {
        return jdbc.sql("select at, who, what, details from review_event where review_id = ? order by id")
                .param(review).query(this::event).list();
    }

    Optional<ReviewEvent> latest(long review, ReviewHappening what) {
        return jdbc.sql("""
                        select at, who, what, details from review_event where review_id = ? and what = ?
                        order by id desc limit 1""")
                .params(review, what.name()).query(this::event).optional();
    }

    private ReviewEvent event(ResultSet row, int index) throws SQLException {
        return new ReviewEvent(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"),
                ReviewHappening.valueOf(row.getString("what")), read(row.getString("details")));
    }

    private String write(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String details) {
        try {
            return json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
