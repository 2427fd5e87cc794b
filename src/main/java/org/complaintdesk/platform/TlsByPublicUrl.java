package org.complaintdesk.platform;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Everything a browser needs to be told when the desk is reached by TLS follows from a public URL that begins with
 * {@code https}: secure cookies, strict transport security, the one accepted origin. Each can still be set by itself.
 */
class TlsByPublicUrl implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String publicUrl = environment.getProperty("complaintdesk.public-url", "");
        if (publicUrl.startsWith("https://")) {
            environment.getPropertySources().addLast(new MapPropertySource("tlsByPublicUrl", Map.of(
                    "server.forward-headers-strategy", "native",
                    "server.servlet.session.cookie.secure", "true",
                    "camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true",
                    "camunda.bpm.webapp.csrf.enable-secure-cookie", "true",
                    "camunda.bpm.webapp.csrf.target-origin", publicUrl,
                    "camunda.bpm.webapp.header-security.hsts-disabled", "false")));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
