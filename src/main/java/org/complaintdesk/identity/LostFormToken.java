package org.complaintdesk.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.platform.CustomerForms;
import org.complaintdesk.platform.DecodedPath;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * A customer's form without its token: the cookie is gone, or another site sent the form. Nothing is done; the page that
 * shows again what was typed takes over.
 */
class LostFormToken implements AccessDeniedHandler {

    private static final Pattern AREA = Pattern.compile("(/[a-z]+)(/.*)?");

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        String path = DecodedPath.of(request);
        Matcher area = AREA.matcher(path);
        if (!area.matches()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        CustomerForms.tokenLost(request, path);
        request.getRequestDispatcher(area.group(1) + "/again").forward(request, response);
    }
}
