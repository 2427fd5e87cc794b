package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.complaintdesk.support.SharedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that wait for their customer while this version is installed. */
class WaitingMigrationTests {

    private static final OffsetDateTime ASKED = OffsetDateTime.of(2026, 11, 20, 10, 0, 0, 0, ZoneOffset.UTC);

    private final DataSource server = SharedPostgres.get().getPostgresDatabase();
    private final JdbcClient jdbc = JdbcClient.create(server);

    @AfterEach
    void tidy() {
        jdbc.sql("drop schema if exists before_waiting cascade").update();
    }

    private FluentConfiguration desk() {
        return Flyway.configure().dataSource(server).schemas("before_waiting").locations("classpath:db/migration");
    }

    private void complaint(int id, String stage, int round, String happening) {
        jdbc.sql("""
                        insert into before_waiting.complaint (version, number, shop, channel, customer_id, description,
                               received_at, recorded, stage, settlement_due, escalation_level, round, execution_step, reopened)
                        values (0, ?, '店', 'WEB', 1, '坏了', now(), true, ?, now(), 0, ?, 'NONE', 0)""")
                .params("C-2026112%d-000001".formatted(id), stage, round).update();
        jdbc.sql("insert into before_waiting.complaint_event (complaint_id, at, who, what, details) values (?, ?, 'amy', ?, '{}')")
                .params(id, ASKED, happening).update();
    }

    @Test
    void case_that_waits_already_is_shown_as_waiting_and_can_be_answered() {
        desk().target("7").load().migrate();
        jdbc.sql("insert into before_waiting.customer (name, created_at) values ('王小明', now())").update();
        complaint(1, "AWAITING_CUSTOMER", 2, "PRESENTED");
        complaint(2, "AWAITING_EVIDENCE", 0, "EVIDENCE_REQUESTED");
        complaint(3, "DIAGNOSING", 0, "RECORDED");

        desk().target("9").load().migrate();

        assertThat(waiting(1)).isEqualTo(new Waiting(WaitingFor.PROPOSAL, asked(), asked().plus(Duration.ofHours(48)), null, 2));
        assertThat(waiting(2)).isEqualTo(new Waiting(WaitingFor.EVIDENCE, asked(), asked().plus(Duration.ofHours(48)), null, 0));
        assertThat(waiting(3)).isNull();
        assertThat(jdbc.sql("select bool_and(contact_confirmed) from before_waiting.complaint").query(Boolean.class).single()).isTrue();
    }

    private static Instant asked() {
        return ASKED.toInstant();
    }

    private Waiting waiting(int id) {
        return jdbc.sql("select * from before_waiting.complaint where id = ? and waiting_what is not null").param(id)
                .query((row, index) -> new Waiting(WaitingFor.valueOf(row.getString("waiting_what")),
                        row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
                        row.getObject("waiting_answer_by", OffsetDateTime.class).toInstant(), null, row.getInt("waiting_round")))
                .optional().orElse(null);
    }
}
