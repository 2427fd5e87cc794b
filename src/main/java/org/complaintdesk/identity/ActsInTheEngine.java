package org.complaintdesk.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** For the length of a request the engine knows who is signed in and their shops, and applies its authorizations. */
class ActsInTheEngine extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Shops shops;

    ActsInTheEngine(IdentityService identity, Shops shops) {
        this.identity = identity;
        this.shops = shops;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (person != null && person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken)) {
                List<String> groups = person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
                identity.setAuthentication(person.getName(), groups, shops.tenants(person.getName(), groups));
            }
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
