package org.complaintdesk.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;

/**
 * The path of a request as Spring Security and Spring MVC match it. As it was sent, the same path can be spelled in many ways:
 * {@code /%70ortal} is {@code /portal}.
 */
public final class DecodedPath {

    private DecodedPath() {
    }

    /** @return the path within the application */
    public static String of(HttpServletRequest request) {
        return of(request.getRequestURI(), request.getContextPath());
    }

    static String of(String uri, String contextPath) {
        try {
            return RequestPath.parse(uri, contextPath).pathWithinApplication().elements().stream()
                    .map(element -> element instanceof PathSegment segment ? segment.valueToMatch() : element.value())
                    .collect(Collectors.joining());
        } catch (IllegalArgumentException undecodable) {
            // The server has refused it; its error page still asks in which language to speak.
            return uri;
        }
    }
}
