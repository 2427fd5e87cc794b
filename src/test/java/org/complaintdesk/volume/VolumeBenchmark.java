package org.complaintdesk.volume;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.complaintdesk.bench.BenchReport;
import org.complaintdesk.bench.Verdict;
import org.complaintdesk.support.DeskFigures;
import org.junit.jupiter.api.Test;

/**
 * How fast pages and lists are, through HTTP on the packaged jar and a durable PostgreSQL, with few and with many cases; and
 * what a whole complaint costs with little and with much history. One desk for each volume, all at the same time: requests take
 * turns, so that what else the machine does falls on all alike. {@code mvn -Pbench verify -Dit.test=VolumeBenchmark};
 * {@code -Dbench.volumes=1000/1000,10000/10000,100000/1000000} open and finished cases, smallest first;
 * {@code -Dbench.volume=target/volume} where the data are kept between runs (30 GB for a million); {@code -Dbench.looks=10} at each page;
 * {@code -Dbench.pages=} parts of the names of those to look at; {@code -Dbench.complaints=40}.
 * Results: {@code target/bench/volume-*.md} and {@code .json}.
 */
class VolumeBenchmark {

    private static final List<Volume> VOLUMES = Volume.of(System.getProperty("bench.volumes", "1000/1000,10000/10000,100000/1000000"));
    private static final Volume SMALLEST = VOLUMES.get(0);
    private static final Volume LARGEST = VOLUMES.get(VOLUMES.size() - 1);
    private static final Path DATA = Path.of(System.getProperty("bench.volume", "target/volume")).toAbsolutePath();
    private static final int LOOKS = Integer.getInteger("bench.looks", 10);
    private static final List<String> ONLY = List.of(System.getProperty("bench.pages", "").split(","));
    private static final int COMPLAINTS = Integer.getInteger("bench.complaints", 40);
    private static final int BATCH = 5;
    private static final int SHOWN = 10;
    private static final int CLIENTS = 8;
    private static final Duration CALM = Duration.ofSeconds(4);
    private static final Duration CATCHING_UP = Duration.ofMinutes(4);
    private static final int TOGETHER = Math.max(2 * CLIENTS, LOOKS);

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<Volume, VolumeDesk> desks = new LinkedHashMap<>();

    @Test
    void measure() throws Exception {
        mail.start();
        Files.createDirectories(DATA);
        Volume.makeMissing(DATA, VOLUMES, mail.getSmtp().getPort());
        try (EmbeddedPostgres server = VolumeServer.durable(DATA)) {
            for (Volume volume : VOLUMES) {
                desks.put(volume, VolumeDesk.start(server, volume.database(), mail.getSmtp().getPort(), DATA));
            }
            starts();
            catchUp();
            pages();
            engineAlone(server);
            growth();
        } finally {
            for (VolumeDesk desk : desks.values()) {
                desk.close();
            }
            mail.stop();
        }
    }

    private void starts() throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Volume volume : VOLUMES) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("volume", volume.toString());
            row.put("healthy after s", desks.get(volume).secondsToHealthy());
            row.put("database", desks.get(volume).database().sql("select pg_size_pretty(pg_database_size(current_database()))")
                    .query(String.class).single());
            rows.add(row);
        }
        DeskFigures.publish("volume-start", "Start with many cases", rows);
    }

    /** Data that were put away for hours have forecasts to be made again, which is not what pages cost. */
    private void catchUp() {
        AtomicReference<Spent> before = new AtomicReference<>(new Spent(0, 0, 0, 0, 0, 0, 0));
        try {
            Awaitility.await().atMost(CATCHING_UP).pollInterval(CALM).until(() -> {
                Spent now = Spent.by(desks.get(SMALLEST));
                Spent since = now.since(before.getAndSet(now));
                return since.databaseMillis() < CALM.toMillis() / 4;
            });
        } catch (ConditionTimeoutException busy) {
            System.out.println("Not calm after " + CATCHING_UP);
        }
    }

    private void pages() throws Exception {
        Map<Volume, Map<String, Pages.Page>> pages = new LinkedHashMap<>();
        for (Volume volume : VOLUMES) {
            pages.put(volume, Pages.of(desks.get(volume)));
        }
        List<String> names = pages.get(SMALLEST).keySet().stream().filter(name -> ONLY.stream().anyMatch(name::contains)).toList();
        Map<String, Map<Volume, Times>> alone = new LinkedHashMap<>();
        Map<String, Map<Volume, Times>> together = new LinkedHashMap<>();
        Map<String, Map<Volume, Spent>> spent = new LinkedHashMap<>();
        // The compilers of three desks first.
        List<String> refused = new ArrayList<>();
        for (String name : names) {
            try {
                look(List.of(name), pages, 2);
            } catch (AssertionError page) {
                System.out.println(name + " is left out: " + page.getMessage().lines().findFirst().orElse(""));
                refused.add(name);
            }
        }
        names = names.stream().filter(name -> !refused.contains(name)).toList();
        for (String name : names) {
            alone.put(name, look(List.of(name), pages, LOOKS).get(name));
            spent.put(name, new LinkedHashMap<>());
            together.put(name, lookTogether(name, pages, spent.get(name)));
            publish(alone, together, spent);
        }
        BenchReport.add("volume-pages", "Pages and lists with many cases: the %d that grew most".formatted(SHOWN), alone.entrySet().stream()
                .map(page -> Verdict.atMost(2, page.getKey() + ": p50 ms, most cases and fewest", p50(page.getValue(), LARGEST),
                        p50(page.getValue(), SMALLEST))).sorted(Comparator.comparing(Verdict::ratio).reversed()).limit(SHOWN).toList());
    }

    private static double p50(Map<Volume, Times> times, Volume volume) {
        return times.get(volume).percentile(50);
    }

    private static Map<String, Map<Volume, Times>> look(List<String> names, Map<Volume, Map<String, Pages.Page>> pages, int times) throws Exception {
        Map<String, Map<Volume, Times>> found = new LinkedHashMap<>();
        for (int round = 0; round < times; round++) {
            for (String name : names) {
                for (Volume volume : VOLUMES) {
                    Pages.Page page = pages.get(volume).get(name);
                    page.forget();
                    found.computeIfAbsent(name, n -> new LinkedHashMap<>()).computeIfAbsent(volume, v -> new Times()).time(page::look);
                }
            }
        }
        return found;
    }

    /** Eight at a time look at one page of one desk. */
    private Map<Volume, Times> lookTogether(String name, Map<Volume, Map<String, Pages.Page>> pages, Map<Volume, Spent> spent) throws Exception {
        Map<Volume, Times> found = new LinkedHashMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Volume volume : VOLUMES) {
                Times times = found.computeIfAbsent(volume, v -> new Times());
                List<Callable<Void>> looks = new ArrayList<>();
                for (int look = 0; look < TOGETHER; look++) {
                    looks.add(() -> {
                        times.time(pages.get(volume).get(name)::look);
                        return null;
                    });
                }
                Spent before = Spent.by(desks.get(volume));
                for (Future<Void> look : clients.invokeAll(looks)) {
                    look.get();
                }
                spent.put(volume, Spent.by(desks.get(volume)).since(before));
            }
        } finally {
            clients.shutdown();
        }
        return found;
    }

    private static void publish(Map<String, Map<Volume, Times>> alone, Map<String, Map<Volume, Times>> together,
                                Map<String, Map<Volume, Spent>> spent) throws Exception {
        List<Map<String, Object>> rows = alone.keySet().stream().map(name -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("page", name);
            VOLUMES.forEach(volume -> row.put("p50 / p99, " + volume, "%.0f / %.0f".formatted(alone.get(name).get(volume).percentile(50),
                    alone.get(name).get(volume).percentile(99))));
            VOLUMES.forEach(volume -> row.put("8 clients, " + volume, "%.0f / %.0f".formatted(together.get(name).get(volume).percentile(50),
                    together.get(name).get(volume).percentile(99))));
            // What does not depend on what else the machine does.
            VOLUMES.forEach(volume -> row.put("CPU ms desk + PostgreSQL, " + volume, "%.1f + %.1f".formatted(
                    1.0 * spent.get(name).get(volume).deskMillis() / TOGETHER, 1.0 * spent.get(name).get(volume).databaseMillis() / TOGETHER)));
            VOLUMES.forEach(volume -> row.put("statements, blocks, " + volume, "%.1f, %.0f".formatted(
                    1.0 * spent.get(name).get(volume).statements() / TOGETHER, 1.0 * spent.get(name).get(volume).blocks() / TOGETHER)));
            row.put("largest / smallest", ratio(alone.get(name)));
            return row;
        }).toList();
        VolumeReport.publish("volume-pages", "Pages and lists, ms", rows, "load of the machine: " + DeskFigures.load());
    }

    private static double ratio(Map<Volume, Times> times) {
        double smallest = p50(times, SMALLEST);
        return smallest == 0 ? 0 : DeskFigures.round(p50(times, LARGEST) / smallest);
    }

    private void engineAlone(EmbeddedPostgres server) throws Exception {
        Map<Volume, EngineAlone> engines = new LinkedHashMap<>();
        List<HikariDataSource> pools = new ArrayList<>();
        for (Volume volume : VOLUMES) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(server.getJdbcUrl("postgres", volume.database()));
            pool.setMaximumPoolSize(2);
            pools.add(pool);
            engines.put(volume, new EngineAlone(pool, volume.database()));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String query : engines.get(SMALLEST).queries().keySet()) {
            Map<Volume, Times> times = new LinkedHashMap<>();
            for (int round = 0; round < LOOKS + 2; round++) {
                for (Volume volume : VOLUMES) {
                    Times work = round < 2 ? new Times() : times.computeIfAbsent(volume, v -> new Times());
                    work.time(engines.get(volume).queries().get(query));
                }
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("query", query);
            VOLUMES.forEach(volume -> row.put("p50 / p99, " + volume, "%.0f / %.0f".formatted(times.get(volume).percentile(50),
                    times.get(volume).percentile(99))));
            row.put("largest / smallest", ratio(times));
            rows.add(row);
        }
        VolumeReport.publish("volume-engine", "The engine alone, in Java, ms", rows, "load of the machine: " + DeskFigures.load());
        engines.values().forEach(EngineAlone::close);
        pools.forEach(HikariDataSource::close);
    }

    /** Whole complaints by turns; the first of each desk are not counted. */
    private void growth() throws Exception {
        Map<Volume, List<Spent>> spent = new LinkedHashMap<>();
        Map<Volume, LivedCases> cases = new LinkedHashMap<>();
        for (Volume volume : VOLUMES) {
            cases.put(volume, new LivedCases(desks.get(volume)));
        }
        for (int batch = 0; batch < COMPLAINTS / BATCH + 1; batch++) {
            for (Volume volume : VOLUMES) {
                Spent before = Spent.by(desks.get(volume));
                for (int complaint = 0; complaint < BATCH; complaint++) {
                    cases.get(volume).liveOne();
                }
                Spent after = Spent.by(desks.get(volume)).since(before);
                if (batch > 0) {
                    spent.computeIfAbsent(volume, v -> new ArrayList<>()).add(after);
                }
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Volume volume : VOLUMES) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("volume", volume.toString());
            row.put("ms", each(spent.get(volume), one -> one.nanos() / 1e6));
            row.put("CPU ms of the desk", each(spent.get(volume), Spent::deskMillis));
            row.put("CPU ms of PostgreSQL", each(spent.get(volume), Spent::databaseMillis));
            row.put("KB of WAL", each(spent.get(volume), one -> one.walBytes() / 1024.0));
            row.put("statements", each(spent.get(volume), Spent::statements));
            row.put("blocks", each(spent.get(volume), Spent::blocks));
            row.put("of them read", each(spent.get(volume), Spent::blocksRead));
            rows.add(row);
        }
        VolumeReport.publish("volume-growth", "A whole complaint through HTTP: median of batches of %d, each complaint".formatted(BATCH), rows,
                "load of the machine: " + DeskFigures.load());
        BenchReport.add("volume-growth", "A whole complaint with many cases finished", List.of(Verdict.atMost(1.2,
                "a whole complaint through HTTP: CPU ms of desk and PostgreSQL, %s and %s".formatted(LARGEST, SMALLEST),
                each(spent.get(LARGEST), VolumeBenchmark::cpu), each(spent.get(SMALLEST), VolumeBenchmark::cpu))));
    }

    private static double cpu(Spent spent) {
        return spent.deskMillis() + spent.databaseMillis();
    }

    private static double each(List<Spent> batches, ToDoubleFunction<Spent> what) {
        double[] sorted = batches.stream().mapToDouble(what).sorted().toArray();
        return DeskFigures.round(sorted[sorted.length / 2] / BATCH);
    }
}
