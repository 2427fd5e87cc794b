package org.complaintdesk.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many single rows a second PostgreSQL can insert and commit: the physical limit of any intake. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String INSERT = "insert into one_row (text) values ('收到的酒瓶破损，酒都漏光了，外箱也是湿的。');";

    private final DurablePostgres postgres;
    private final Path script;

    PgBench(DurablePostgres postgres, Path directory) throws IOException {
        this.postgres = postgres;
        this.script = Files.writeString(directory.resolve("one-row.sql"), INSERT + "\n");
        postgres.database("pgbench");
        JdbcClient.create(postgres.server().getDatabase("postgres", "pgbench"))
                .sql("create table one_row (id bigserial primary key, text text)").update();
    }

    /** @return where it is installed on this machine; none when it is not */
    private static Path program() throws IOException {
        try (Stream<Path> versions = Files.exists(VERSIONS) ? Files.list(VERSIONS) : Stream.empty()) {
            return Stream.concat(Stream.of(Path.of("/usr/bin/pgbench")), versions.map(version -> version.resolve("bin/pgbench")))
                    .filter(Files::isExecutable).findFirst().orElse(null);
        }
    }

    static boolean isInstalled() throws IOException {
        return program() != null;
    }

    /** @return transactions per second */
    double perSecond(int clients, int seconds) throws Exception {
        Process process = new ProcessBuilder(List.of(program().toString(), "-h", "127.0.0.1",
                "-p", String.valueOf(postgres.server().getPort()), "-U", "postgres", "-n", "-M", "prepared", "-c", String.valueOf(clients), "-j", "1", "-T", String.valueOf(seconds),
                "-f", script.toString(), "pgbench")).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new AssertionError(said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
