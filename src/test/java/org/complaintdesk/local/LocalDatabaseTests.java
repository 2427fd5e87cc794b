package org.complaintdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTests {

    @TempDir
    Path directory;

    @Test
    void data_are_durable_and_still_there_after_a_restart() throws Exception {
        try (LocalDatabase first = LocalDatabase.start(directory)) {
            write(first, "create table note (text text); insert into note values ('kept')");
            assertThat(read(first, "show fsync")).isEqualTo("on");
            assertThat(read(first, "show synchronous_commit")).isEqualTo("on");
            assertThat(read(first, "show full_page_writes")).isEqualTo("on");
        }
        assertThat(pidFile()).doesNotExist();
        try (LocalDatabase second = LocalDatabase.start(directory)) {
            assertThat(read(second, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void server_left_running_by_a_killed_run_is_stopped_and_its_data_kept() throws Exception {
        LocalDatabase leftRunning = LocalDatabase.start(directory);
        write(leftRunning, "create table note (text text); insert into note values ('kept')");
        ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).get(0))).orElseThrow();
        forgetLock();
        try (LocalDatabase next = LocalDatabase.start(directory)) {
            assertThat(server.isAlive()).isFalse();
            assertThat(read(next, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void pid_file_that_names_another_process_does_not_stop_the_start() throws Exception {
        LocalDatabase.start(directory).close();
        Files.write(pidFile(), List.of(String.valueOf(ProcessHandle.current().pid()), directory.resolve("postgres").toString(), "0", "1", "", "", "", "ready"));
        try (LocalDatabase next = LocalDatabase.start(directory)) {
            assertThat(read(next, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void database_whose_creation_was_interrupted_is_created_anew() throws Exception {
        Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(directory.resolve("postgres/postgresql.conf"), "# half");
        try (LocalDatabase database = LocalDatabase.start(directory)) {
            assertThat(read(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void data_of_another_version_are_left_alone() throws Exception {
        Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(directory.resolve("postgres/epg-lock"), "");
        Files.writeString(directory.resolve("postgres/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> LocalDatabase.start(directory)).isInstanceOf(LocalProblem.class)
                .hasMessageContaining("PostgreSQL 16").hasMessageContaining("COMPLAINTDESK_LOCAL_DIR");
    }

    @Test
    void second_run_on_the_same_directory_is_turned_away() {
        try (LocalDirectory first = LocalDirectory.occupy(directory)) {
            assertThatThrownBy(() -> LocalDirectory.occupy(directory)).isInstanceOf(LocalProblem.class)
                    .hasMessageContaining("already running").hasMessageContaining("COMPLAINTDESK_LOCAL_DIR");
        }
        LocalDirectory.occupy(directory).close();
    }

    private Path pidFile() {
        return directory.resolve("postgres/postmaster.pid");
    }

    /** A killed process loses its locks; within one process only another file does. */
    private void forgetLock() throws Exception {
        Files.delete(directory.resolve("postgres/epg-lock"));
        Files.createFile(directory.resolve("postgres/epg-lock"));
    }

    private static void write(LocalDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(LocalDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(LocalDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
