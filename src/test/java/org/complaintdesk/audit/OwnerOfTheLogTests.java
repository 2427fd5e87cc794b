package org.complaintdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.complaintdesk.support.SharedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The desk works as a database user who does not own its tables, as docs/operate.md says how to set up. */
class OwnerOfTheLogTests {

    private static final String NAME = "owned_log";
    private static JdbcTemplate owner;
    private static JdbcTemplate desk;

    @BeforeAll
    static void set_up_as_the_manual_says() {
        EmbeddedPostgres server = SharedPostgres.get();
        JdbcTemplate root = new JdbcTemplate(server.getPostgresDatabase());
        root.execute("create role desk_owner login");
        root.execute("create role desk_app login");
        root.execute("grant desk_app to desk_owner");
        root.execute("create database " + NAME + " owner desk_owner encoding 'UTF8' template template0");
        owner = new JdbcTemplate(as(server, "desk_owner"));
        owner.execute("grant usage, create on schema public to desk_app");
        owner.execute("alter default privileges in schema public grant select, insert, update, delete on tables to desk_app");
        owner.execute("alter default privileges in schema public grant usage, select on sequences to desk_app");
        desk = new JdbcTemplate(as(server, "desk_app"));
        desk.execute("create table act_ge_property (name_ text)");

        Flyway.configure().dataSource(owner.getDataSource()).baselineOnMigrate(true).baselineVersion("0").load().migrate();
    }

    private static DataSource as(EmbeddedPostgres server, String user) {
        return server.getDatabase(user, NAME);
    }

    @Test
    void the_desk_works_with_its_tables_and_adds_lines() {
        assertThatCode(() -> desk.update("insert into word_list (list, revision, words, who, at) values ('x', 1, null, 'x', now())"))
                .doesNotThrowAnyException();
        assertThatCode(() -> desk.update("update word_list set who = 'y'")).doesNotThrowAnyException();
        assertThat(desk.update("insert into audit_line (line, at, what, who, subject, digest, mac) "
                + "values (1, now(), 'SIGNED_IN', 'x', 'x', '\\x00', 'x')")).isOne();
        assertThat(desk.queryForObject("select count(*) from audit_line", Long.class)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_line set who = 'x'", "delete from audit_line", "truncate audit_line", "drop table audit_line",
            "alter table audit_line disable trigger all", "drop trigger audit_line_stays on audit_line",
            "drop function audit_line_stays() cascade", "alter table audit_line rename to other",
            "create or replace function audit_line_stays() returns trigger language plpgsql as 'begin return null; end'",
            "set session_replication_role = replica", "set role desk_owner", "drop schema public cascade", "alter table audit_line owner to desk_app"})
    void and_cannot_rewrite_the_log_by_any_means(String attempt) {
        assertThatThrownBy(() -> desk.execute(attempt)).isInstanceOf(Exception.class);
        assertThat(owner.queryForObject("select to_regclass('audit_line')::text", String.class)).isEqualTo("audit_line");
    }
}
