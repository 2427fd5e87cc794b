package org.complaintdesk.identity.sso;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** {@code /sso/desk?to=/cases} begins a sign-in and remembers where the person wanted to go: a page of the desk, no other. */
class SsoStart implements OAuth2AuthorizationRequestResolver {

    static final String TO = "sso.to";

    private static final Pattern PAGE = Pattern.compile("/(?!/)[\\w./-]{0,200}");

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    SsoStart(SsoProvider provider) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(provider.registrations(), "/sso");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (!request.getRequestURI().equals(request.getContextPath() + SsoProvider.START)) {
            return null;
        }
        String to = request.getParameter("to");
        request.getSession().setAttribute(TO, to != null && PAGE.matcher(to).matches() ? to : "/tasks");
        return requests.resolve(request, SsoProvider.ID);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return requests.resolve(request, registration);
    }
}
