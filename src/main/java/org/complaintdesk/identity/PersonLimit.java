package org.complaintdesk.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.complaintdesk.platform.Limit;
import org.complaintdesk.platform.ProblemDetails;
import org.complaintdesk.platform.RateLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the filters that count what each person asks. Strangers get 401 before it, which costs nothing. */
@Component
class PersonLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String PAUSE = "10";

    private final RateLimits rates;
    private final ProblemDetails problems;
    private final RequestLimits limits;

    PersonLimit(RateLimits rates, ProblemDetails problems, RequestLimits limits) {
        this.rates = rates;
        this.problems = problems;
        this.limits = limits;
    }

    Each forPrograms() {
        return new Each(new Limit("programs", limits.programsPerMinute(), MINUTE), request -> signedIn());
    }

    Each forPages() {
        return new Each(new Limit("pages", limits.pagesPerMinute(), MINUTE), request -> signedIn());
    }

    /** What their scripts fetch from the engine; pages, pictures and scripts themselves are not counted. */
    Each forWebApplications() {
        return new Each(new Limit("web-applications", limits.pagesPerMinute(), MINUTE), request ->
                request.getRequestURI().contains("/camunda/api/") ? inSession(request) : Optional.empty());
    }

    private static Optional<String> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken))
                .map(person -> person.getName());
    }

    private static Optional<String> inSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session).map(AuthenticationUtil::getAuthsFromSession)
                .flatMap(all -> all.getAuthentications().stream().findFirst()).map(UserAuthentication::getIdentityId);
    }

    /** Counts one kind of request. */
    final class Each extends OncePerRequestFilter {

        private final Limit limit;
        private final Function<HttpServletRequest, Optional<String>> who;

        private Each(Limit limit, Function<HttpServletRequest, Optional<String>> who) {
            this.limit = limit;
            this.who = who;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Optional<String> person = who.apply(request);
            if (person.isEmpty() || rates.allows(limit, person.get())) {
                chain.doFilter(request, response);
            } else {
                response.setHeader(HttpHeaders.RETRY_AFTER, PAUSE);
                problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
            }
        }
    }
}
