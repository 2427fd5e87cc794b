package org.complaintdesk.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.complaintdesk.platform.DecodedPath;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who signs out of the web applications is written down; the applications themselves say nothing of it. */
class NoteSignOut extends OncePerRequestFilter {

    private static final String PATH = "/camunda/api/admin/auth/user/[^/]+/logout/?";

    private final SignInLog log;

    NoteSignOut(SignInLog log) {
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !DecodedPath.of(request).matches(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        List<String> people = session == null ? List.of() : AuthenticationUtil.getAuthsFromSession(session).getAuthentications()
                .stream().map(UserAuthentication::getIdentityId).toList();
        chain.doFilter(request, response);
        if (HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
            people.forEach(log::signedOut);
        }
    }
}
