package org.complaintdesk.identity.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.util.ServletContextUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.identity.sso.SsoRefused.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** A person comes back from the provider: signed in as after a password, in a session that is new, or told why not. */
@Component
class SsoArrival {

    static final String ID_TOKEN = "sso.id-token";

    private static final Logger LOG = LoggerFactory.getLogger(SsoArrival.class);
    private static final String DOOR = "single sign-on";

    private final SsoPeople people;
    private final SsoProperties settings;
    private final ProcessEngine engine;
    private final AuditLog audit;

    SsoArrival(SsoPeople people, SsoProperties settings, ProcessEngine engine, AuditLog audit) {
        this.people = people;
        this.settings = settings;
        this.engine = engine;
        this.audit = audit;
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication answer) throws IOException {
        OidcUser person = (OidcUser) answer.getPrincipal();
        SsoClaims claims = SsoClaims.of(person, settings);
        String user;
        try {
            user = people.welcome(claims);
        } catch (SsoRefused refused) {
            LOG.info("Single sign-on refused {} ({}): {}", claims.user(), claims.subject(), refused.why());
            audit.recordApart(AuditEvent.SIGN_IN_FAILED, claims.user(), DOOR + ": " + refused.why());
            response.sendRedirect(SsoPages.refused(request, refused.why()));
            return;
        }
        String to = Objects.requireNonNullElse((String) request.getSession().getAttribute(SsoStart.TO), "/");
        UserAuthentication signedIn = AuthenticationUtil.createAuthentication(engine, user);
        signedIn.setCacheValidationTime(ServletContextUtil.getAuthCacheValidationTime(request.getServletContext()));
        AuthenticationUtil.revalidateSession(request, signedIn);
        HttpSession session = request.getSession();
        session.setAttribute(ID_TOKEN, person.getIdToken().getTokenValue());
        audit.recordApart(AuditEvent.SIGNED_IN, user, DOOR);
        response.sendRedirect(request.getContextPath() + to);
    }

    /** Also where somebody opens the address of the answer without having been at the provider. */
    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        LOG.warn("Single sign-on failed: {}", failure.getMessage());
        response.sendRedirect(SsoPages.refused(request, Why.PROVIDER));
    }
}
