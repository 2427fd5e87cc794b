package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.complaintdesk.support.SharedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrateInTurnTests {

    private static final String NAME = "migrate_in_turn";

    private final DataSource server = SharedPostgres.get().getPostgresDatabase();

    @Test
    void second_node_touches_no_table_until_the_first_has_migrated() throws Exception {
        JdbcTemplate database = new JdbcTemplate(besideTheEnginesTables());
        Turn first = Turn.await(database.getDataSource(), Turn.Of.DOMAIN_TABLES);

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> new MigrateInTurn().migrate(
                Flyway.configure().dataSource(database.getDataSource()).baselineOnMigrate(true).baselineVersion("0").load()));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> nodesWaiting() == 1);
        assertThat(database.queryForObject("select to_regclass('flyway_schema_history')::text", String.class)).isNull();

        first.close();
        second.get(60, TimeUnit.SECONDS);
        assertThat(database.queryForObject("select to_regclass('complaint')::text", String.class)).isEqualTo("complaint");
        assertThat(nodesWaiting()).isZero();
    }

    private int nodesWaiting() {
        return new JdbcTemplate(server).queryForObject("""
                select count(*) from pg_locks join pg_database on pg_database.oid = database
                where locktype = 'advisory' and not granted and datname = ?""", Integer.class, NAME);
    }

    /** What makes Flyway take a baseline: tables that are not its own. */
    private DataSource besideTheEnginesTables() {
        new JdbcTemplate(server).execute("create database " + NAME);
        DataSource database = SharedPostgres.get().getDatabase("postgres", NAME);
        new JdbcTemplate(database).execute("create table act_ge_property (name_ text)");
        return database;
    }
}
