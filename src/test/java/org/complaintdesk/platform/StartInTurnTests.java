package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.SharedPostgres;
import org.junit.jupiter.api.Test;

@DeskTest
class StartInTurnTests {

    private final DataSource database = SharedPostgres.get().getPostgresDatabase();

    @Test
    void second_node_waits_until_the_first_has_made_its_tables() throws Exception {
        StartInTurn first = new StartInTurn(database);
        StartInTurn second = new StartInTurn(database);
        first.preInit(null);

        CompletableFuture<Void> turn = CompletableFuture.runAsync(() -> second.preInit(null));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 1);
        assertThat(turn).isNotDone();

        first.postProcessEngineBuild(null);
        turn.get(20, TimeUnit.SECONDS);
        second.postProcessEngineBuild(null);
        assertThat(waiting()).isZero();
    }

    private int waiting() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
             ResultSet locks = statement.executeQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            locks.next();
            return locks.getInt(1);
        }
    }
}
