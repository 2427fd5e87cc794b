package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.complaintdesk.support.SharedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases whose goods have been sent back while this version is installed. */
class GoodsMigrationTests {

    private final DataSource server = SharedPostgres.get().getPostgresDatabase();
    private final JdbcClient jdbc = JdbcClient.create(server);
    private int cases;

    @AfterEach
    void tidy() {
        jdbc.sql("drop schema if exists before_goods cascade").update();
    }

    private FluentConfiguration desk() {
        return Flyway.configure().dataSource(server).schemas("before_goods").locations("classpath:db/migration");
    }

    /** @param story what happened, a done step by its own name */
    private int complaint(String stage, String step, String... story) {
        int id = ++cases;
        jdbc.sql("""
                        insert into before_goods.complaint (version, number, shop, channel, customer_id, description, received_at, recorded,
                               stage, settlement_due, escalation_level, round, execution_step, reopened, opened_from_review, contact_confirmed, presented)
                        values (0, ?, '店', 'WEB', 1, '坏了', now(), true, ?, now(), 0, 1, ?, 0, false, true, 0)""")
                .params("C-2026112%d-000001".formatted(id), stage, step).update();
        for (String what : story) {
            boolean happening = what.equals("RENEGOTIATED") || what.equals("REOPENED");
            jdbc.sql("insert into before_goods.complaint_event (complaint_id, at, who, what, details) values (?, now(), 'wei', ?, ?::json)")
                    .params(id, happening ? what : "STEP_DONE", happening ? "{}" : "{\"step\": \"%s\"}".formatted(what)).update();
        }
        return id;
    }

    @Test
    void what_the_warehouse_has_is_not_asked_for_again() {
        desk().target("38").load().migrate();
        jdbc.sql("alter table before_goods.complaint disable trigger user; alter table before_goods.complaint_event disable trigger user").update();
        jdbc.sql("insert into before_goods.customer (name, created_at) values ('王小明', now())").update();
        int takenIn = complaint("PROPOSING", "EXECUTE", "RECEIVE_RETURN", "EXECUTE", "RENEGOTIATED");
        int objected = complaint("AWAITING_CUSTOMER", "NONE", "RENEGOTIATED");
        int sentOut = complaint("DIAGNOSING", "NONE", "RECEIVE_RETURN", "SHIP", "REOPENED");
        int givenBackByFinance = complaint("PROPOSING", "EXECUTE", "EXECUTE", "RENEGOTIATED");
        int takenUpAgain = complaint("PROPOSING", "NONE", "EXECUTE", "RENEGOTIATED", "REOPENED");

        desk().target("39").load().migrate();

        assertThat(jdbc.sql("select id from before_goods.complaint where goods = 'WITH_US'").query(Integer.class).list())
                .containsExactlyInAnyOrder(takenIn, objected);
        assertThat(jdbc.sql("select id from before_goods.complaint where goods = 'WITH_CUSTOMER'").query(Integer.class).list())
                .containsExactlyInAnyOrder(sentOut, givenBackByFinance, takenUpAgain);
    }
}
