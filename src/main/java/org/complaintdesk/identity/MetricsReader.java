package org.complaintdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Lets a monitoring program read the metrics with a token of the settings, so that it needs nobody's account: what reads
 * figures every few seconds should be able to do nothing else, and fill no log of sign-ins.
 */
@Configuration(proxyBeanMethods = false)
class MetricsReader {

    private static final String PATH = "/actuator/prometheus";
    private static final String BEARER = "Bearer ";

    /**
     * @param token what a monitoring program shows as {@code Authorization: Bearer …}; none: only people with accounts read
     *              metrics
     */
    @Validated
    @ConfigurationProperties("complaintdesk.metrics")
    record Settings(@Size(min = 32, message = "must have at least 32 characters") String token) {

        Settings {
            token = StringUtils.hasText(token) ? token : null;
        }

        boolean isShownBy(HttpServletRequest request) {
            return token != null && MessageDigest.isEqual((BEARER + token).getBytes(StandardCharsets.UTF_8),
                    request.getHeader(HttpHeaders.AUTHORIZATION).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Before the chain of programs, and only for who shows a token; others sign in there. */
    @Bean
    @Order(150)
    SecurityFilterChain readersOfMetrics(HttpSecurity http, Settings settings) throws Exception {
        return http.securityMatcher(MetricsReader::showsToken)
                .authorizeHttpRequests(rules -> rules.anyRequest().access((person, about) ->
                        new AuthorizationDecision(settings.isShownBy(about.getRequest()))))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (request, response, failure) -> response.setStatus(HttpServletResponse.SC_UNAUTHORIZED)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean showsToken(HttpServletRequest request) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return PATH.equals(request.getRequestURI()) && shown != null && shown.startsWith(BEARER);
    }
}
