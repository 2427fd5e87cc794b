package org.complaintdesk.identity;

import java.time.Clock;
import org.complaintdesk.platform.ProblemDetails;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Tells whoever has to wait how long: 429, {@code Retry-After}, and the time in words. */
@Component
class ThrottledEntryPoint {

    private final ProblemDetails problems;
    private final Clock clock;

    ThrottledEntryPoint(ProblemDetails problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    /** @return an entry point that leaves every other failure to this one */
    AuthenticationEntryPoint or(AuthenticationEntryPoint otherwise) {
        return (request, response, failure) -> {
            if (failure instanceof SignInThrottled throttled) {
                response.setHeader(HttpHeaders.RETRY_AFTER, throttled.retryAfter(clock));
                problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "sign-in-throttled", throttled.getMessage());
            } else {
                otherwise.commence(request, response, failure);
            }
        };
    }
}
