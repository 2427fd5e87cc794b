package org.complaintdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.complaintdesk.platform.DeskSecret;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token of a session's forms is the desk's signature of that session. Nothing is stored, so two requests at the same
 * moment, at one node or two, mean the same token; a new session has another.
 */
class FormTokens implements CsrfTokenRepository {

    private static final String PURPOSE = "form";

    private final DeskSecret secret;

    FormTokens(DeskSecret secret) {
        this.secret = secret;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request.getSession());
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // It is the session's, and ends with it.
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : of(session);
    }

    private CsrfToken of(HttpSession session) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", secret.sign(PURPOSE, session.getId()));
    }
}
