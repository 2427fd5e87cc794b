package org.complaintdesk.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.complaintdesk.platform.HealthStates;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;

/** What takes a node out of service, and what only calls for somebody. */
@DeskTest
class HealthTests {

    @Autowired
    private MockMvc browser;
    @Autowired
    private DatabaseHealthIndicator database;

    @Test
    void readiness_is_the_database_and_strangers_learn_no_more_than_a_word() throws Exception {
        browser.perform(get("/actuator/health/readiness")).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components").doesNotExist());
        browser.perform(get("/actuator/health")).andExpect(status().isOk()).andExpect(jsonPath("$.components").doesNotExist());
        browser.perform(get("/actuator/health/mail")).andExpect(jsonPath("$.status").exists());
    }

    @Test
    void a_mail_server_that_is_away_is_said_and_does_not_count_as_down() {
        JavaMailSenderImpl nobodyListens = new JavaMailSenderImpl();
        nobodyListens.setHost("127.0.0.1");
        nobodyListens.setPort(1);

        assertThat(new MailServerHealthIndicator(nobodyListens).health().getStatus()).isEqualTo(HealthStates.DEGRADED);
    }

    @Test
    void a_database_that_is_away_takes_the_node_out_until_it_is_back() throws Exception {
        assertThat(database.health().getStatus()).isEqualTo(Status.UP);
        database.close();
        assertThat(database.health().getStatus()).as("connects again").isEqualTo(Status.UP);

        assertThat(new DatabaseHealthIndicator(nobodyListens()).health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void metrics_are_read_by_token_and_the_token_opens_nothing_else() throws Exception {
        assertThat(answer("/actuator/prometheus", "the-token-of-the-monitoring-of-tests")).isNotIn(401, 403);
        assertThat(answer("/actuator/prometheus", "another-token-of-the-same-length-here")).isEqualTo(401);
        assertThat(answer("/api/complaints", "the-token-of-the-monitoring-of-tests")).isEqualTo(401);
    }

    private int answer(String path, String token) throws Exception {
        return browser.perform(get(path).header("Authorization", "Bearer " + token)).andReturn().getResponse().getStatus();
    }

    private static JdbcConnectionDetails nobodyListens() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "desk";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return "jdbc:postgresql://127.0.0.1:1/desk";
            }
        };
    }
}
