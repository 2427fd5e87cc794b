package org.complaintdesk.volume;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** PostgreSQL on data that outlive the run, because making a million cases takes long. */
final class VolumeServer {

    private static final Duration RECOVERY = Duration.ofMinutes(5);

    private VolumeServer() {
    }

    /** For making data: what a crash would take is made again. */
    static EmbeddedPostgres forMaking(Path directory) throws IOException {
        return common(directory).setServerConfig("fsync", "off").setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off").setServerConfig("wal_level", "minimal").setServerConfig("max_wal_senders", "0")
                .setServerConfig("autovacuum", "off").setServerConfig("max_wal_size", "6GB").start();
    }

    /** As an operator runs it. */
    static EmbeddedPostgres durable(Path directory) throws IOException {
        return common(directory).setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on").setServerConfig("wal_level", "replica").setServerConfig("max_wal_size", "2GB")
                // Statements and blocks are counted as they happen; PostgreSQL's own figures come late.
                .setServerConfig("shared_preload_libraries", "pg_stat_statements").setServerConfig("pg_stat_statements.track_utility", "off")
                .setServerConfig("pg_stat_statements.max", "20000").start();
    }

    private static EmbeddedPostgres.Builder common(Path directory) throws IOException {
        Files.createDirectories(directory);
        // Whoever stopped it last did not wait until a gigabyte was written.
        Awaitility.await().atMost(RECOVERY).until(() -> !Files.exists(directory.resolve("pg/postmaster.pid")));
        return EmbeddedPostgres.builder().setDataDirectory(directory.resolve("pg")).setCleanDataDirectory(false).setPGStartupWait(RECOVERY)
                .setLocaleConfig("locale", "C").setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("shared_buffers", "1GB").setServerConfig("max_connections", "200")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(directory.resolve("postgres.log").toFile()));
    }
}
