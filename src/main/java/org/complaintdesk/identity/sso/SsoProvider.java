package org.complaintdesk.identity.sso;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** The company's OpenID provider. It is asked about itself when the first person signs in: the desk starts without it. */
@Component
@ConditionalOnExpression("!'${complaintdesk.sso.issuer:}'.isBlank()")
class SsoProvider {

    static final String ID = "desk";
    static final String START = "/sso/" + ID;
    static final String ANSWER = "/sso/answer";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SsoProperties settings;
    private final ClientRegistrationRepository registrations;

    SsoProvider(SsoProperties settings) {
        settings.requireComplete();
        this.settings = settings;
        this.registrations = new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(discover()));
    }

    private ClientRegistration discover() {
        return ClientRegistrations.fromOidcIssuerLocation(settings.issuer()).registrationId(ID)
                .clientId(settings.clientId()).clientSecret(settings.clientSecret()).scope(settings.scopes())
                .redirectUri("{baseUrl}" + ANSWER).build();
    }

    ClientRegistrationRepository registrations() {
        return registrations;
    }

    /** @return where to go to sign out there too; empty when the provider offers no such place */
    Optional<String> signOut(String idToken, URI back) {
        Object place = registrations.findByRegistrationId(ID).getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return Optional.ofNullable(place).map(address -> UriComponentsBuilder.fromUriString(address.toString())
                .queryParam("id_token_hint", idToken).queryParam("client_id", settings.clientId())
                .queryParam("post_logout_redirect_uri", "{back}").encode().buildAndExpand(back).toUriString());
    }

    /** Asks for tokens, but not for ever. */
    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(ClientHttpRequestFactorySettings.defaults()
                        .withConnectTimeout(PATIENCE).withReadTimeout(PATIENCE)))
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        return tokens;
    }
}
