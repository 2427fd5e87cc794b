package org.complaintdesk.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each kind of case gets its timeline. */
@Component
public class CaseTimelines {

    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final SignedIn signedIn;

    CaseTimelines(JdbcClient jdbc, ObjectMapper json, Clock clock, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    /** @param kind names the table {@code kind_event} and in it the case's id {@code kind_id} */
    public <W extends Enum<W> & CaseHappening, E> CaseTimeline<W, E> of(String kind, Class<W> words,
                                                                        CaseTimeline.Line<W, E> line) {
        return new CaseTimeline<>(jdbc, this, kind, words, line);
    }

    Instant now() {
        return clock.instant();
    }

    Optional<String> person() {
        return signedIn.person();
    }

    String write(Object details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> read(String details) {
        try {
            return json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
