package org.complaintdesk.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real, durable PostgreSQL on a free loopback port whose data outlive the run. It is closed by us, after the
 * application: a shutdown hook of its own would take the database away from the jobs that are still finishing.
 */
final class LocalDatabase implements AutoCloseable {

    private static final String VERSION = "17";

    private final EmbeddedPostgres server;

    private LocalDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * @param directory absolute; the data go to {@code postgres}, the server's log of this run to {@code postgres.log}
     * @throws LocalProblem when the server does not start
     */
    static LocalDatabase start(Path directory) {
        Path data = directory.resolve("postgres");
        Path log = directory.resolve("postgres.log");
        try {
            Files.createDirectories(directory);
            LeftoverPostgres.stop(data);
            requireUsable(data);
            Files.deleteIfExists(log);
            return new LocalDatabase(server(data, log.toFile()));
        } catch (IOException | RuntimeException e) {
            if (e instanceof LocalProblem problem) {
                throw problem;
            }
            throw new LocalProblem("The local PostgreSQL on %s does not start (%s): read the reason in %s."
                    .formatted(data, e.getMessage(), log), e);
        }
    }

    private static EmbeddedPostgres server(Path data, File log) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The same order of text on every machine, whatever its language.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library switches durability off for tests; here people's data are at stake.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** The library leaves its lock file behind as soon as a database is complete: without it no server ever ran here. */
    private static void requireUsable(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(data.resolve("epg-lock"))) {
            String found = Files.exists(version) ? Files.readString(version).strip() : "an unknown version";
            if (!found.equals(VERSION)) {
                throw new LocalProblem(("The data in %s belong to PostgreSQL %s, this local system runs %s: "
                        + "move them away, or set COMPLAINTDESK_LOCAL_DIR to another directory.").formatted(data, found, VERSION));
            }
        } else if (Files.exists(data)) {
            Files.move(data, data.resolveSibling("postgres-unfinished-" + System.currentTimeMillis()));
        }
    }

    String url() {
        return server.getJdbcUrl(username(), "postgres");
    }

    String username() {
        return "postgres";
    }

    /** The server lets in everyone who can reach it, that is, programs of this machine. */
    String password() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
