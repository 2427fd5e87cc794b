package org.complaintdesk.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A freshly started PostgreSQL with durable settings, and what it spends. But for the number of connections all else is as
 * PostgreSQL comes.
 */
final class DurablePostgres implements AutoCloseable {

    private static final double TICKS_PER_MILLISECOND = 0.1;

    private final EmbeddedPostgres server;
    private final JdbcClient jdbc;
    private final long postmaster;

    private DurablePostgres(EmbeddedPostgres server) throws IOException {
        this.server = server;
        this.jdbc = JdbcClient.create(server.getPostgresDatabase());
        Path directory = Path.of(jdbc.sql("show data_directory").query(String.class).single());
        this.postmaster = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).get(0).trim());
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!jdbc.sql("show " + setting).query(String.class).single().equals("on")) {
                throw new IllegalStateException(setting + " is not on");
            }
        }
    }

    static DurablePostgres start() throws IOException {
        return new DurablePostgres(EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "300").start());
    }

    EmbeddedPostgres server() {
        return server;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** @return the address of a new, empty database */
    String database(String name) {
        jdbc.sql("create database " + name).update();
        return server.getJdbcUrl("postgres", name);
    }

    void analyze(String database) {
        JdbcClient.create(server.getDatabase("postgres", database)).sql("analyze").update();
    }

    /** @return bytes of log written so far, images of pages included */
    long logBytes() {
        return jdbc.sql("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn").query(Long.class).single();
    }

    /** @return milliseconds of CPU that all its processes have used, those that have ended too */
    double cpuMillis() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            double children = processes.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .mapToDouble(process -> {
                        String[] stat = stat(process);
                        boolean child = stat.length > 2 && Long.parseLong(stat[1]) == postmaster;
                        return child ? ticks(stat, 11) + ticks(stat, 12) : 0;
                    }).sum();
            String[] own = stat(Path.of("/proc", String.valueOf(postmaster)));
            return (children + ticks(own, 11) + ticks(own, 12) + ticks(own, 13) + ticks(own, 14)) / TICKS_PER_MILLISECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the fields behind the process's name, which may hold blanks: state, parent …; none when it has ended */
    private static String[] stat(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return new String[0];
        }
    }

    private static long ticks(String[] stat, int field) {
        return Long.parseLong(stat[field]);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
