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
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is signed in to Tasklist (or Cockpit) is signed in to our staff pages: one session, one sign-in. Groups are read
 * afresh, so that a person who left the house or a group loses the pages at once.
 */
class TasklistSession extends OncePerRequestFilter {

    private final Staff staff;

    TasklistSession(Staff staff) {
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && SecurityContextHolder.getContext().getAuthentication() == null) {
            AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream().findFirst().ifPresent(this::signIn);
        }
        chain.doFilter(request, response);
    }

    private void signIn(UserAuthentication tasklist) {
        List<String> groups = staff.groups(tasklist.getIdentityId());
        if (groups != null) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new PreAuthenticatedAuthenticationToken(tasklist.getIdentityId(), "",
                    AuthorityUtils.createAuthorityList(groups)));
            SecurityContextHolder.setContext(context);
        }
    }
}
