package org.complaintdesk.intake.csv;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.complaintdesk.platform.ProblemDetails;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an upload that says it is too large before a byte of it is kept. It comes before sign-in, which would read the
 * whole form to find its token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UploadLimit extends OncePerRequestFilter {

    /** What a form adds to its file. */
    private static final DataSize FORM = DataSize.ofKilobytes(64);
    /** What the page is told when it is shown again. */
    private static final String TOO_LARGE = "tooLarge=true";
    private static final String API = "/api/imports/";

    private final DataSize largest;
    /** Filters are made before everything else is there. */
    private final ObjectProvider<ProblemDetails> problems;

    UploadLimit(ImportProperties settings, ObjectProvider<ProblemDetails> problems) {
        this.largest = settings.largestFile();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.equals("/imports") && !path.startsWith(API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= largest.toBytes() + FORM.toBytes()) {
            chain.doFilter(request, response);
        } else if (request.getRequestURI().startsWith(request.getContextPath() + API)) {
            problems.getObject().write(response, HttpStatus.PAYLOAD_TOO_LARGE, "file-too-large", largest.toMegabytes());
        } else {
            String query = request.getQueryString();
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?" + (query == null ? "" : query + "&") + TOO_LARGE);
        }
    }
}
