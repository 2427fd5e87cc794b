package org.complaintdesk.identity.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.complaintdesk.identity.sso.SsoRefused.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the provider cannot be asked about itself, a person is told so and can use a password; it is no failure of the desk. */
class ProviderReachable extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderReachable.class);
    private static final Set<String> NEED_IT = Set.of(SsoProvider.START, SsoProvider.ANSWER);

    private final SsoProvider provider;

    ProviderReachable(SsoProvider provider) {
        this.provider = provider;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !NEED_IT.contains(request.getRequestURI().substring(request.getContextPath().length()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReachable()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(SsoPages.refused(request, Why.PROVIDER));
        }
    }

    private boolean isReachable() {
        try {
            return provider.registrations().findByRegistrationId(SsoProvider.ID) != null;
        } catch (RuntimeException away) {
            LOG.warn("Single sign-on failed, the provider does not say how to sign in: {}", away.getMessage());
            return false;
        }
    }
}
