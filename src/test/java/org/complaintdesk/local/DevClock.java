package org.complaintdesk.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk's clock by HTTP, for demonstrations: what takes a day happens in a second. */
@TestComponent
@RestController
@RequestMapping("/dev/clock")
class DevClock {

    private static final Logger LOG = LoggerFactory.getLogger(DevClock.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final LocalClock clock;
    private final TimeMachine timeMachine;

    DevClock(LocalClock clock, TimeMachine timeMachine) {
        this.clock = clock;
        this.timeMachine = timeMachine;
    }

    /** @param ahead by how much the desk is ahead of the real time */
    record DeskTime(Instant now, Duration ahead) {
    }

    @GetMapping
    DeskTime read() {
        return new DeskTime(clock.now(), clock.ahead());
    }

    /** Body: {@code {"advance": "PT25H"}}; answers when everything that became due on the way has run. */
    @PostMapping
    ResponseEntity<?> advance(@RequestBody(required = false) String body) {
        String text = asked(body);
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(FURTHEST) <= 0) {
                return ResponseEntity.ok(timeMachine.advance(duration));
            }
        } catch (DateTimeParseException e) {
            LOG.debug("Not a duration", e);
        }
        return refusal(text);
    }

    @DeleteMapping
    TimeMachine.Journey reset() {
        return timeMachine.reset();
    }

    private static String asked(String body) {
        try {
            return JSON.readTree(body == null ? "" : body).path("advance").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static ResponseEntity<ProblemDetail> refusal(String text) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
                "The body must be {\"advance\": \"PT25H\"} with a duration between PT0S and PT8784H; it asked for '%s'.".formatted(text));
        problem.setType(URI.create("urn:complaint-desk:problem:invalid-advance"));
        problem.setTitle("The clock cannot be moved like that");
        return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
