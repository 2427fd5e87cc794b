package org.complaintdesk.complaint;

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
import org.complaintdesk.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stories of all complaints: append-only. */
@Component
class Timeline {

    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final SignedIn signedIn;

    Timeline(JdbcClient jdbc, ObjectMapper json, Clock clock, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    void append(long complaint, Complaint.Noted noted) {
        jdbc.sql("insert into complaint_event (complaint_id, at, who, what, details) values (?, ?, ?, ?, ?::json)")
                .params(complaint, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        who(noted.what()), noted.what().name(), write(noted.details()))
                .update();
    }

    private String who(Happening what) {
        return what.isAutomatic() ? CaseEvent.SYSTEM : signedIn.person().orElse(CaseEvent.SYSTEM);
    }

    /** @return oldest first */
    List<CaseEvent> of(long complaint) {
        return jdbc.sql("select at, who, what, details from complaint_event where complaint_id = ? order by id")
                .param(complaint).query(this::event).list();
    }

    Optional<CaseEvent> latest(long complaint, Happening what) {
        return jdbc.sql("""
                        select at, who, what, details from complaint_event where complaint_id = ? and what = ?
                        order by id desc limit 1""")
                .params(complaint, what.name()).query(this::event).optional();
    }

    private CaseEvent event(ResultSet row, int index) throws SQLException {
        return new CaseEvent(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"),
                Happening.valueOf(row.getString("what")), read(row.getString("details")));
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
