package org.complaintdesk.volume;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** So many open and finished cases in a database of their own. */
record Volume(int open, int finished) {

    private static final String PATTERNS = "lived";
    private static final int WHOLE = 20_000;
    private static final String MADE = "made";

    /** @param sizes {@code 1000/1000,100000/1000000}: open and finished */
    static List<Volume> of(String sizes) {
        return Stream.of(sizes.split(",")).map(size -> size.split("/"))
                .map(size -> new Volume(Integer.parseInt(size[0]), Integer.parseInt(size[1]))).toList();
    }

    String database() {
        return "volume_%d_%d".formatted(open, finished);
    }

    @Override
    public String toString() {
        return "%,d open, %,d finished".formatted(open, finished);
    }

    /** Makes those that are not there yet. */
    static void makeMissing(Path directory, List<Volume> volumes, int mailPort) throws Exception {
        try (EmbeddedPostgres server = VolumeServer.forMaking(directory)) {
            JdbcClient all = JdbcClient.create(server.getPostgresDatabase());
            List<Volume> missing = volumes.stream().filter(volume -> !isMade(all, volume.database())).toList();
            if (!missing.isEmpty() && !isMade(all, PATTERNS)) {
                live(server, all, directory, mailPort);
            }
            for (Volume volume : missing) {
                all.sql("drop database if exists " + volume.database()).update();
                all.sql("create database %s template %s".formatted(volume.database(), PATTERNS)).update();
                new Copies(server.getDatabase("postgres", volume.database())).make(volume.finished, volume.open, WHOLE);
                Extremes.add(JdbcClient.create(server.getDatabase("postgres", volume.database())));
                mark(all, volume.database());
            }
        }
    }

    private static void live(EmbeddedPostgres server, JdbcClient all, Path directory, int mailPort) throws Exception {
        all.sql("drop database if exists " + PATTERNS).update();
        all.sql("create database " + PATTERNS).update();
        try (VolumeDesk desk = VolumeDesk.start(server, PATTERNS, mailPort, directory)) {
            desk.hire();
            new LivedCases(desk).live();
        }
        mark(all, PATTERNS);
    }

    private static boolean isMade(JdbcClient all, String database) {
        return all.sql("select count(*) from pg_database d where d.datname = ? and shobj_description(d.oid, 'pg_database') = ?")
                .params(database, MADE).query(Integer.class).single() > 0;
    }

    private static void mark(JdbcClient all, String database) {
        all.sql("comment on database %s is '%s'".formatted(database, MADE)).update();
    }
}
