package org.complaintdesk.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** For the length of a request the engine knows who is signed in, and applies its authorizations. */
class ActsInTheEngine extends OncePerRequestFilter {

    private final IdentityService identity;

    ActsInTheEngine(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (person != null && person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken)) {
                identity.setAuthentication(person.getName(),
                        person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
            }
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
