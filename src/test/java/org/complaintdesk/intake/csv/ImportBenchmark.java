package org.complaintdesk.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a large file is taken in and how much memory that needs, on the packaged jar and a durable PostgreSQL.
 * {@code mvn -Pbench verify}; {@code -Dbench.rows=60000 -Dbench.bad=10,100} are the defaults, {@code -Dbench.batch=200}
 * and {@code -Dbench.java="-XX:…"} for trials. Results: {@code target/bench/import.md} and {@code .json}.
 */
class ImportBenchmark {

    private static final int ROWS = Integer.getInteger("bench.rows", 60_000);
    private static final List<Integer> PERCENT_BAD = List.of(System.getProperty("bench.bad", "10,100").split(",")).stream()
            .map(Integer::valueOf).toList();
    private static final int EVERY_NTH_BROKEN = 100;
    private static final Path RESULTS = Path.of("target/bench");
    private static final Pattern COLLECTION = Pattern.compile("Pause .*?(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    @TempDir
    Path directory;

    /** How far the file was after so many seconds. */
    private record Mark(double seconds, int done) {
    }

    @Test
    void measure() throws Exception {
        List<Map<String, Object>> results = new ArrayList<>();
        for (int percent : PERCENT_BAD) {
            results.add(measure(percent));
        }
        Files.createDirectories(RESULTS);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(RESULTS.resolve("import.json").toFile(), results);
        String report = report(results);
        Files.writeString(RESULTS.resolve("import.md"), report);
        System.out.println(report);
    }

    private Map<String, Object> measure(int percentBad) throws Exception {
        Path file = GeneratedReviews.write(directory.resolve("reviews-%d.csv".formatted(percentBad)), ROWS, percentBad, EVERY_NTH_BROKEN);
        Path collections = Files.createDirectories(RESULTS).toAbsolutePath().resolve("gc-%d.log".formatted(percentBad));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on").start()) {
            Map<String, String> settings = PackagedDesk.settings(postgres, PackagedDesk.freePort());
            settings.put("COMPLAINTDESK_IMPORT_BATCH", System.getProperty("bench.batch", "200"));
            List<String> java = new ArrayList<>(List.of("-Xmx512m", "-Xlog:gc:file=" + collections));
            java.addAll(List.of(System.getProperty("bench.java", "").split(" ")).stream().filter(option -> !option.isBlank()).toList());
            try (PackagedDesk desk = PackagedDesk.start(directory, settings, java.toArray(String[]::new)).awaitHealthy()) {
                return measure(desk, file, collections, percentBad);
            }
        }
    }

    private static Map<String, Object> measure(PackagedDesk desk, Path file, Path collections, int percentBad) throws Exception {
        Duration cpuBefore = cpu(desk);
        long start = System.nanoTime();
        String location = desk.upload("/api/imports/reviews", file);
        double uploaded = secondsSince(start);
        List<Mark> marks = new ArrayList<>(List.of(new Mark(uploaded, 0)));
        Awaitility.await().atMost(Duration.ofHours(2)).pollInterval(Duration.ofMillis(500)).until(() -> {
            JsonNode now = desk.read("/api/imports").get(0);
            if (now.path("done").asInt() >= (marks.size()) * Math.max(1, ROWS / 6)) {
                marks.add(new Mark(secondsSince(start), now.path("done").asInt()));
            }
            assertThat(now.path("state").asText()).isNotEqualTo("STOPPED");
            return now.path("state").asText().equals("DONE");
        });
        double seconds = secondsSince(start);
        JsonNode done = desk.read(location);
        assertThat(done.path("rejected").asInt()).isEqualTo(ROWS / EVERY_NTH_BROKEN);
        assertThat(done.path("done").asInt()).isEqualTo(ROWS);

        Map<String, Object> result = new LinkedHashMap<>();
        result.put("at", Instant.now().toString());
        result.put("rows", ROWS);
        result.put("fileMegabytes", Math.round(Files.size(file) / 1e5) / 10.0);
        result.put("percentBad", percentBad);
        result.put("created", done.path("created").asInt());
        result.put("counted", done.path("counted").asInt());
        result.put("rejected", done.path("rejected").asInt());
        result.put("uploadSeconds", round(uploaded));
        result.put("seconds", round(seconds));
        result.put("rowsPerSecond", Math.round(ROWS / seconds));
        result.put("rowsPerSecondBySixths", sixths(marks, seconds));
        result.put("deskCpuSeconds", cpu(desk).minus(cpuBefore).toSeconds());
        result.put("loadOfMachine", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        result.put("peakHeapMegabytes", peak(collections, 1));
        result.put("peakHeapAfterCollectionMegabytes", peak(collections, 2));
        result.put("peakResidentMegabytes", resident(desk) / 1024);
        return result;
    }

    private static List<Long> sixths(List<Mark> marks, double seconds) {
        List<Mark> all = new ArrayList<>(marks);
        if (all.get(all.size() - 1).done() < ROWS) {
            all.add(new Mark(seconds, ROWS));
        }
        List<Long> rates = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            rates.add(Math.round((all.get(i).done() - all.get(i - 1).done()) / (all.get(i).seconds() - all.get(i - 1).seconds())));
        }
        return rates;
    }

    private static Duration cpu(PackagedDesk desk) {
        return desk.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** @param group 1 for the heap before a collection, 2 for what was left after it */
    private static int peak(Path collections, int group) throws IOException {
        return Files.readAllLines(collections).stream().map(COLLECTION::matcher).filter(Matcher::find)
                .mapToInt(collection -> Integer.parseInt(collection.group(group))).max().orElse(0);
    }

    /** @return kilobytes, where the operating system tells */
    private static long resident(PackagedDesk desk) throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(desk.process().pid()));
        return !Files.exists(status) ? 0 : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }

    private static String report(List<Map<String, Object>> results) {
        return results.get(0).keySet().stream().map(key -> "| %s | %s |".formatted(key, results.stream()
                        .map(result -> String.valueOf(result.get(key))).collect(Collectors.joining(" | "))))
                .collect(Collectors.joining("\n", "# Import benchmark\n\n|" + " |".repeat(results.size() + 1) + "\n|"
                        + "---|".repeat(results.size() + 1) + "\n", "\n"));
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double round(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}
