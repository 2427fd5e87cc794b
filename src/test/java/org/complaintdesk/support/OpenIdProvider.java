package org.complaintdesk.support;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real OpenID provider (Spring Authorization Server) with a sign-in page of its own, on a port of its own: people have
 * the password {@value #PASSWORD} there, and claims that a test gives them. It runs beside the desk, not in its context.
 */
public final class OpenIdProvider implements AutoCloseable {

    public static final String PASSWORD = "at-the-provider";
    public static final String CLIENT = "complaint-desk";
    public static final String SECRET = "what-only-the-desk-knows";

    private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext server;
    private final String issuer;

    private OpenIdProvider(ConfigurableApplicationContext server, String issuer) {
        this.server = server;
        this.issuer = issuer;
    }

    /** @param desks where the desk's nodes listen, {@code http://localhost:8080} */
    public static OpenIdProvider start(String... desks) throws IOException {
        int port = PackagedDesk.freePort();
        String issuer = "http://127.0.0.1:" + port;
        ConfigurableApplicationContext server = new SpringApplicationBuilder(Server.class).web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(Desks.class, () -> new Desks(desks, issuer)))
                .run("--spring.config.name=open-id-provider", "--server.address=127.0.0.1", "--server.port=" + port, "--spring.main.register-shutdown-hook=false");
        return new OpenIdProvider(server, issuer);
    }

    public String issuer() {
        return issuer;
    }

    /** @param claims what the provider says about the person from now on */
    public void knows(String person, Map<String, Object> claims) {
        PEOPLE.put(person, claims);
    }

    @Override
    public void close() {
        server.close();
        PEOPLE.clear();
    }

    private record Desks(String[] addresses, String issuer) {
    }

    @EnableWebSecurity
    @ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, SecurityFilterAutoConfiguration.class})
    static class Server {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer protocol = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(protocol.getEndpointsMatcher()).with(protocol, server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .exceptionHandling(failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain signInPage(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated()).formLogin(Customizer.withDefaults()).build();
        }

        @Bean
        UserDetailsService people() {
            return name -> {
                if (!PEOPLE.containsKey(name)) {
                    throw new UsernameNotFoundException(name);
                }
                return User.withUsername(name).password("{noop}" + PASSWORD).roles("USER").build();
            };
        }

        @Bean
        RegisteredClientRepository clients(Desks desks) {
            RegisteredClient.Builder desk = RegisteredClient.withId(UUID.randomUUID().toString()).clientId(CLIENT).clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .scope("openid").scope("profile").scope("email")
                    .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build());
            for (String address : desks.addresses()) {
                desk.redirectUri(address + "/sso/answer").postLogoutRedirectUri(address + "/camunda/app/tasklist/default/");
            }
            return new InMemoryRegisteredClientRepository(desk.build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                    PEOPLE.get(token.getPrincipal().getName()).forEach(token.getClaims()::claim);
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate()).keyID("test").build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings(Desks desks) {
            return AuthorizationServerSettings.builder().issuer(desks.issuer()).build();
        }
    }
}
