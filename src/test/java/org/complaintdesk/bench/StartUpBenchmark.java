package org.complaintdesk.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.complaintdesk.support.DeskFigures;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the packaged desk takes until it is healthy, on an empty database and on its own, and what memory it holds when
 * nobody asks for anything, beside an application with nothing but the engine's starter and its web applications.
 * {@code mvn -Pbench verify -Dit.test=StartUpBenchmark}; {@code -Dbench.rounds=3 -Dbench.idle=20} (seconds) are the defaults.
 * Results: {@code target/bench/start-up.md} and {@code .json}. There is no target; memory under load is in {@code rest.md}.
 */
class StartUpBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int IDLE_SECONDS = Integer.getInteger("bench.idle", 20);
    private static final Path STARTER = Path.of("target/bench-engines/starter/starter.jar").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void measure() throws Exception {
        Map<String, List<Map<String, Double>>> rounds = new LinkedHashMap<>();
        try (DurablePostgres postgres = DurablePostgres.start()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Path jar : List.of(PackagedDesk.JAR, STARTER)) {
                    String url = postgres.database("start_%d_%s".formatted(round, jar == STARTER ? "starter" : "desk"));
                    rounds.computeIfAbsent(jar == STARTER ? "bare starter" : "the desk", first -> new ArrayList<>())
                            .add(started(jar, postgres, url));
                }
            }
        }
        List<Map<String, Object>> runs = new ArrayList<>();
        rounds.forEach((who, all) -> {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("", who);
            Measured.median(all).forEach((what, figure) -> run.put(what, DeskFigures.round(figure)));
            runs.add(run);
        });
        DeskFigures.publish("start-up", "Start-up and memory at rest, medians of %d".formatted(ROUNDS), runs);
    }

    private Map<String, Double> started(Path jar, DurablePostgres postgres, String url) throws Exception {
        Map<String, String> settings = PackagedDesk.settings(postgres.server(), PackagedDesk.freePort());
        settings.put("SPRING_DATASOURCE_URL", url);
        Map<String, Double> figures = new LinkedHashMap<>();
        try (StartedJar first = StartedJar.start(jar, directory, settings)) {
            figures.put("seconds to healthy, empty database", first.secondsToHealthy());
        }
        try (StartedJar second = StartedJar.start(jar, directory, settings)) {
            figures.put("seconds to healthy", second.secondsToHealthy());
            figures.put("CPU seconds to healthy", second.cpuSeconds());
            Awaitility.await().pollDelay(Duration.ofSeconds(IDLE_SECONDS)).atMost(Duration.ofSeconds(IDLE_SECONDS + 60L))
                    .until(() -> true);
            figures.put("resident MB at rest", second.residentMegabytes());
        }
        return figures;
    }
}
