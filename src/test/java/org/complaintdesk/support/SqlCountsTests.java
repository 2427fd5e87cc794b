package org.complaintdesk.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of what is said to a database, on a real one. */
class SqlCountsTests {

    private final DataSource database = SqlCounts.watched(SharedPostgres.get().getPostgresDatabase());
    private final SqlCounts counts = SqlCounts.ofThisThread();

    @BeforeEach
    void makeTable() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists counted (number int)");
        }
    }

    @Test
    void each_row_of_a_batch_is_a_statement_and_all_of_them_are_one_round_trip() throws Exception {
        try (Connection connection = transaction(); PreparedStatement insert = connection.prepareStatement("insert into counted values (?)")) {
            for (int number = 0; number < 3; number++) {
                insert.setInt(1, number);
                insert.addBatch();
            }
            counting(insert::executeBatch);
            counting(connection::commit);
        }
        assertThat(counts.statements()).isEqualTo(3);
        assertThat(counts.roundTrips()).isEqualTo(1);
        assertThat(counts.writeCommits()).isEqualTo(1);
        assertThat(counts.texts()).containsExactly(new SqlCounts.Said("insert into counted values (?)", 3));
    }

    @Test
    void a_commit_writes_when_something_was_changed_or_locked() throws Exception {
        assertThat(writes("select * from counted")).isFalse();
        assertThat(writes("update counted set number = 1 where false")).isFalse();
        assertThat(writes("insert  into counted\n values (7)")).isTrue();
        assertThat(writes("select * from counted for update")).isTrue();
        assertThat(writes("with gone as (delete from counted returning number) select * from gone")).isTrue();
    }

    @Test
    void a_commit_of_nothing_and_a_rollback_are_no_commits() throws Exception {
        try (Connection connection = transaction()) {
            counting(connection::commit);
            counting(() -> connection.createStatement().executeUpdate("insert into counted values (8)"));
            counting(connection::rollback);
        }
        assertThat(counts.commits()).isZero();
        assertThat(counts.rollbacks()).isEqualTo(1);
    }

    @Test
    void what_another_thread_says_is_not_heard_by_this_one() {
        SqlCounts others = SqlCounts.ofOthers(thread -> true);
        others.during(() -> counting(() -> CompletableFuture.runAsync(() -> {
            try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
                statement.executeUpdate("insert into counted values (10)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }).join()));
        assertThat(counts.statements()).isZero();
        assertThat(others.statements()).isEqualTo(1);
    }

    @Test
    void a_statement_outside_of_transactions_commits_itself_when_it_writes() throws Exception {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            counting(() -> statement.executeQuery("select * from counted"));
            counting(() -> statement.executeUpdate("insert into counted values (9)"));
        }
        assertThat(counts.commits()).isEqualTo(1);
    }

    private boolean writes(String text) throws Exception {
        long before = counts.writeCommits();
        try (Connection connection = transaction(); Statement statement = connection.createStatement()) {
            counting(() -> {
                if (text.startsWith("update")) {
                    statement.executeUpdate(text);
                } else {
                    statement.execute(text);
                }
            });
            counting(connection::commit);
        }
        return counts.writeCommits() > before;
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Something that may throw what JDBC throws. */
    private interface Work {

        void run() throws SQLException;
    }

    private void counting(Work work) {
        counts.during(() -> {
            try {
                work.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
