package org.complaintdesk.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class AuditPagesTests {

    private static final String MANAGER = "audmax";
    /** Far from the end, where signing in adds lines of its own meanwhile. */
    private static final long FAR = 1_000_000_000_000L;

    @Autowired MockMvc mvc;
    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final String subject = UUID.randomUUID().toString();

    @BeforeEach
    void manager() {
        User max = identity.newUser(MANAGER);
        max.setFirstName("Max");
        max.setPassword("demo");
        identity.saveUser(max);
        identity.createMembership(MANAGER, "managers");
    }

    @AfterEach
    void leaves() {
        identity.deleteUser(MANAGER);
    }

    @Test
    void the_file_has_every_line_however_many_there_are() {
        List<String> file = transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("insert into audit_line (line, at, what, who, subject, detail, digest, mac)"
                            + " select :far + i, now(), 'SIGNED_IN', 'audmax', :subject, 'line ' || i, '', '' from generate_series(1, 50001) i")
                    .param("far", FAR).param("subject", subject).update();
            return download();
        });

        assertThat(file).hasSize(50_002);
        assertThat(file.get(1)).contains("\"line 50001\"");
        assertThat(file.get(50_001)).contains("\"line 1\"");
    }

    @Test
    void where_nothing_is_found_the_file_has_its_head_only() {
        assertThat(download()).singleElement().asString().contains("序号");
    }

    private List<String> download() {
        try {
            return mvc.perform(get("/audit/lines.csv").with(httpBasic(MANAGER, "demo")).param("subject", subject)).andReturn()
                    .getResponse().getContentAsString(UTF_8).lines().toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
