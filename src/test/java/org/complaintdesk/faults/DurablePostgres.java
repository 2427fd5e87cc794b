package org.complaintdesk.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A PostgreSQL that keeps what it has committed whatever happens to it, to be killed and started again on the same data. */
final class DurablePostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    DurablePostgres(Path directory, int port) {
        this.data = directory.resolve("postgres");
        this.port = port;
    }

    int port() {
        return port;
    }

    String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port)
                .setRegisterShutdownHook(false).setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log())).start();
    }

    private File log() {
        return data.resolveSibling("postgres.log").toFile();
    }

    /** Every process of it at once, as a machine that loses power; what was not synced to disk stays, for that the kernel must die too. */
    void kill() throws IOException {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)).join();
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        closed();
    }

    /** One of its processes: PostgreSQL ends all sessions and recovers by itself. */
    void killOneBackend() throws SQLException, IOException {
        try (Connection connection = connect(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
                 order by random() limit 1""")) {
            if (row.next()) {
                ProcessHandle.of(row.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private List<ProcessHandle> processes() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).map(master -> Stream.concat(Stream.of(master), master.descendants()).toList()).orElse(List.of());
    }

    private void closed() {
        try {
            server.close();
        } catch (IOException | RuntimeException noServerToStop) {
            // It only lets go of the directory here.
        }
        server = null;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Override
    public void close() {
        if (server != null) {
            closed();
        }
    }
}
