package org.complaintdesk.identity.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * The way to the provider and back, by Spring Security's client (authorization code, PKCE, nonce). What comes out of it is
 * the session of the engine's web applications, as after a password: nothing behind it knows the difference.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${complaintdesk.sso.issuer:}'.isBlank()")
class SsoSignIn {

    private static final String CONTENT_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(90)
    SecurityFilterChain singleSignOn(HttpSecurity http, SsoProvider provider, SsoArrival arrival) throws Exception {
        return http.securityMatcher("/sso/**")
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .oauth2Login(login -> login
                        .clientRegistrationRepository(provider.registrations())
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(start -> start.authorizationRequestResolver(new SsoStart(provider)))
                        .redirectionEndpoint(answer -> answer.baseUri(SsoProvider.ANSWER))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(SsoProvider.tokens()))
                        .loginPage(SsoPages.REFUSED)
                        .securityContextRepository(new RequestAttributeSecurityContextRepository())
                        .successHandler(arrival::welcome)
                        .failureHandler(arrival::refuse))
                .addFilterBefore(new ProviderReachable(provider), OAuth2AuthorizationRequestRedirectFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The desk asks the provider nothing after the sign-in; what is not kept cannot be stolen. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        }

        @Override
        public void removeAuthorizedClient(String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        }
    }
}
