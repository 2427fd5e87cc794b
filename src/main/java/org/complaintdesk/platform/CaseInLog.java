package org.complaintdesk.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets every line that is written about a request say which case the request is about, where its path names one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CaseInLog extends OncePerRequestFilter {

    /** As the engine names it in what its jobs write; see {@code logging-context-business-key}. */
    private static final String CASE = "case";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> number = CaseNumbers.in(request.getRequestURI());
        if (number.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try (MDC.MDCCloseable named = MDC.putCloseable(CASE, number.get())) {
            chain.doFilter(request, response);
        }
    }
}
