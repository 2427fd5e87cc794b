package org.complaintdesk.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.support.DeskFigures;

/** What a desk and its database have used so far; differences between two moments are what counts. */
record Spent(long nanos, long deskMillis, long databaseMillis, long walBytes, long statements, long blocks, long blocksRead) {

    /** Fields of /proc/PID/stat after the name, in jiffies of a hundredth of a second. */
    private static final int PARENT = 1;
    private static final int OWN_USER = 11;
    private static final int OF_CHILDREN_SYSTEM = 14;
    private static final long JIFFY_MILLIS = 10;

    static Spent by(VolumeDesk desk) throws IOException {
        long server = desk.database().sql("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint").query(Long.class).single();
        return desk.database().sql("""
                        select pg_current_wal_insert_lsn() - '0/0' as wal, sum(calls) as calls,
                               sum(shared_blks_hit + shared_blks_read) as blocks, sum(shared_blks_read) as blocks_read
                          from pg_stat_statements(false) where dbid = (select oid from pg_database where datname = current_database())""")
                .query((row, index) -> new Spent(System.nanoTime(), DeskFigures.cpu(desk.process()).toMillis(), millis(server),
                        row.getLong("wal"), row.getLong("calls"), row.getLong("blocks"), row.getLong("blocks_read"))).single();
    }

    Spent since(Spent before) {
        return new Spent(nanos - before.nanos, deskMillis - before.deskMillis, databaseMillis - before.databaseMillis,
                walBytes - before.walBytes, statements - before.statements, blocks - before.blocks, blocksRead - before.blocksRead);
    }

    /** Of the server, of its children that are there, and of those that were. */
    private static long millis(long server) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(path -> path.getFileName().toString()).filter(name -> name.matches("\\d+")).mapToLong(Long::parseLong)
                    .mapToObj(Spent::statOrNone).filter(stat -> !stat.isEmpty())
                    .filter(stat -> Long.parseLong(stat.get(PARENT)) == server)
                    .mapToLong(stat -> sum(stat, OWN_USER, OWN_USER + 2)).sum() * JIFFY_MILLIS
                    + sum(stat(server), OWN_USER, OF_CHILDREN_SYSTEM + 1) * JIFFY_MILLIS;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long sum(List<String> stat, int from, int to) {
        return stat.subList(from, to).stream().mapToLong(Long::parseLong).sum();
    }

    private static List<String> statOrNone(long process) {
        try {
            return stat(process);
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static List<String> stat(long process) throws IOException {
        String all = Files.readString(Path.of("/proc/%d/stat".formatted(process)));
        return List.of(all.substring(all.lastIndexOf(')') + 2).split(" "));
    }
}
