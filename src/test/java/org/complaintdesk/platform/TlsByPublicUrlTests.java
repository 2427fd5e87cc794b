package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class TlsByPublicUrlTests {

    @Test
    void https_makes_cookies_secure_and_transport_strict() {
        MockEnvironment environment = afterProcessing("https://complaints.example.com");

        assertThat(environment.getProperty("server.servlet.session.cookie.secure")).isEqualTo("true");
        assertThat(environment.getProperty("camunda.bpm.webapp.header-security.hsts-disabled")).isEqualTo("false");
        assertThat(environment.getProperty("camunda.bpm.webapp.csrf.target-origin")).isEqualTo("https://complaints.example.com");
    }

    @Test
    void http_changes_nothing() {
        assertThat(afterProcessing("http://localhost:8080").getProperty("server.servlet.session.cookie.secure")).isNull();
    }

    @Test
    void own_setting_wins() {
        MockEnvironment environment = new MockEnvironment().withProperty("complaintdesk.public-url", "https://x")
                .withProperty("camunda.bpm.webapp.header-security.hsts-disabled", "true");

        new TlsByPublicUrl().postProcessEnvironment(environment, null);

        assertThat(environment.getProperty("camunda.bpm.webapp.header-security.hsts-disabled")).isEqualTo("true");
    }

    private static MockEnvironment afterProcessing(String publicUrl) {
        MockEnvironment environment = new MockEnvironment().withProperty("complaintdesk.public-url", publicUrl);
        new TlsByPublicUrl().postProcessEnvironment(environment, null);
        return environment;
    }
}
