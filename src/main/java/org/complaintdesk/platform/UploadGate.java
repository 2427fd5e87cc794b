package org.complaintdesk.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.complaintdesk.platform.UploadPlace.Asked;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets files through to where they are taken, {@link UploadPlace}, and as many as are taken there. The whole of a form with
 * files is laid on disk as soon as anything asks the request for a parameter, and much does, signed in or not: the protection
 * against forged forms, looking for its token; Spring MVC before it knows whether there is such a page; the error page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UploadGate extends OncePerRequestFilter {

    private record Place(RequestMatcher requests, UploadPlace upload) {
    }

    private final List<Place> places;
    /** Filters are made before everything else is there. */
    private final ObjectProvider<ProblemDetails> problems;

    UploadGate(List<UploadPlace> places, ObjectProvider<ProblemDetails> problems) {
        this.places = places.stream().map(place -> new Place(posted(place.paths()), place)).toList();
        this.problems = problems;
    }

    /** The rules of who gets in are written in the same patterns, and understood by the same class. */
    private static RequestMatcher posted(List<String> paths) {
        PathPatternRequestMatcher.Builder patterns = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(paths.stream().map(path -> (RequestMatcher) patterns.matcher(HttpMethod.POST, path)).toList());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UploadPlace.isUpload(request);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(FormText.unread(request), response);
        } else if (HttpMethod.POST.matches(request.getMethod()) && PageLanguage.isForCustomers(request)) {
            // Next come their own limits, CustomerUploads.
            chain.doFilter(request, response);
        } else {
            Optional<UploadPlace> place = place(request);
            if (place.isPresent()) {
                letIn(place.get(), request, response, chain);
            } else {
                refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", MediaType.APPLICATION_JSON);
            }
        }
    }

    private Optional<UploadPlace> place(HttpServletRequest request) {
        return places.stream().filter(place -> place.requests().matches(request)).map(Place::upload).findFirst();
    }

    private void letIn(UploadPlace place, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean person = place.asked() == Asked.BY_A_PERSON;
        if (person && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (request.getContentLengthLong() <= place.largest().toBytes()) {
            chain.doFilter(request, response);
        } else if (person) {
            String asked = request.getQueryString() == null ? "?" : "?" + request.getQueryString() + "&";
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + asked + "tooLarge=true");
        } else {
            refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "file-too-large", place.largest().toMegabytes());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String problem, Object about)
            throws IOException {
        if (DecodedPath.of(request).startsWith("/api/")) {
            problems.getObject().write(response, status, problem, about);
        } else {
            response.sendError(status.value());
        }
    }
}
