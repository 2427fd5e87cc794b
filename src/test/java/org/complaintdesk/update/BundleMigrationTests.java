package org.complaintdesk.update;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.complaintdesk.support.SharedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bundles that were written before the erasure of a person reached them. */
class BundleMigrationTests {

    private final DataSource server = SharedPostgres.get().getPostgresDatabase();
    private final JdbcClient jdbc = JdbcClient.create(server);

    @AfterEach
    void tidy() {
        jdbc.sql("drop schema if exists before_bundles cascade").update();
    }

    @Test
    void what_repeats_a_notice_about_an_erased_person_says_it_no_more() {
        desk().target("40").load().migrate();
        jdbc.sql("""
                alter table before_bundles.complaint disable trigger user;
                alter table before_bundles.review disable trigger user;
                insert into before_bundles.customer (name, created_at, erased_at) values ('（已删除）', now(), now()), ('李小红', now(), null);
                insert into before_bundles.complaint (version, number, shop, channel, customer_id, description, received_at, recorded, stage,
                       settlement_due, escalation_level, round, execution_step, reopened, opened_from_review, contact_confirmed, presented)
                select 0, 'C-' || id, '店', 'WEB', id, '坏了', now(), true, 'CLOSED', now(), 0, 1, 'NONE', 0, false, true, 0 from before_bundles.customer;
                insert into before_bundles.review (version, number, shop, platform, customer_id, rating, posted_at, received_at, stage, attempts,
                       reply_due, escalation_level)
                values (0, 'R-1', '店', 'TMALL', 1, 1, now(), now(), 'CLOSED', 0, now(), 0)""").update();
        bundle("sent", "SENT", "C-1");
        bundle("review", "SENT", "R-1");
        bundle("waiting", "PENDING", "C-1");
        bundle("of somebody else", "SENT", "C-2");
        bundle("of several", "SENT", "C-1", "C-2");

        desk().target("43").load().migrate();

        assertThat(said("sent")).isEqualTo("（已应客户要求删除）");
        assertThat(said("review")).isEqualTo("（已应客户要求删除）");
        assertThat(said("waiting")).as("so it will not go out").isEmpty();
        assertThat(said("of somebody else")).isEqualTo("我是王小明");
        assertThat(said("of several")).isEqualTo("我是王小明");
    }

    private FluentConfiguration desk() {
        return Flyway.configure().dataSource(server).schemas("before_bundles").locations("classpath:db/migration");
    }

    private void bundle(String key, String state, String... cases) {
        update(key, "NOTICES-20261122", "BUNDLE", "我是王小明", state, null);
        for (String number : cases) {
            update(key + "/" + number, number, "REMINDER", number.endsWith("1") ? "（已应客户要求删除）" : "别的事", state, key);
        }
    }

    private void update(String key, String number, String kind, String body, String state, String bundle) {
        jdbc.sql("""
                        insert into before_bundles.customer_update (update_key, case_number, kind, audience, subject, body, message_id, route, state,
                               said_with, created_at, sent_at)
                        values (?, ?, ?, 'STAFF', '提醒', ?, ?, 'MAIL', ?, ?, now(), case when ? = 'SENT' then now() end)""")
                .params(key, number, kind, body, "<" + key + "@desk>", state, bundle, state).update();
    }

    private String said(String key) {
        return jdbc.sql("select body from before_bundles.customer_update where update_key = ?").param(key).query(String.class).single();
    }
}
