package org.complaintdesk.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.complaintdesk.bench.BenchReport;
import org.complaintdesk.bench.Verdict;
import org.complaintdesk.support.DeskFigures;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a large file is taken in and how much memory that needs, on the packaged jar and a durable PostgreSQL.
 * {@code mvn -Pbench verify}; {@code -Dbench.files=60000/10,10000/100} rows and how many of a hundred are bad are the
 * defaults, {@code -Dbench.batch=200} and {@code -Dbench.java="-XX:…"} for trials. Beside it, in the same run:
 * {@code -Dbench.one-by-one=1000} such reviews sent one after the other. Results: {@code target/bench/import.md} and {@code .json}.
 */
class ImportBenchmark {

    private static final List<Reviews> FILES =
            Stream.of(System.getProperty("bench.files", "60000/10,10000/100").split(",")).map(Reviews::of).toList();
    private static final int EVERY_NTH_BROKEN = 100;
    /** As many before them warm the desk up. */
    private static final int ONE_BY_ONE = Integer.getInteger("bench.one-by-one", 1_000);

    @TempDir
    Path directory;

    private record Reviews(int rows, int percentBad) {

        static Reviews of(String file) {
            String[] parts = file.split("/");
            return new Reviews(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    /** How far the file was after so many seconds. */
    private record Mark(double seconds, int done) {
    }

    @Test
    void measure() throws Exception {
        List<Map<String, Object>> results = new ArrayList<>();
        for (Reviews reviews : FILES) {
            results.add(measure(reviews));
        }
        DeskFigures.publish("import", "Import benchmark", results);
        List<Verdict> verdicts = new ArrayList<>();
        for (Map<String, Object> result : results) {
            verdicts.add(Verdict.atLeast(5, "import, %s %% bad: rows per second, beside the same reviews one by one"
                    .formatted(result.get("percentBad")), number(result, "rowsPerSecond"), number(result, "oneByOneRowsPerSecond")));
        }
        BenchReport.add("import", "Import", verdicts);
    }

    private static double number(Map<String, Object> result, String name) {
        return ((Number) result.getOrDefault(name, 0)).doubleValue();
    }

    private Map<String, Object> measure(Reviews reviews) throws Exception {
        Path file = GeneratedReviews.write(directory.resolve("reviews-%d.csv".formatted(reviews.percentBad())),
                reviews.rows(), reviews.percentBad(), EVERY_NTH_BROKEN);
        Path collections = Files.createDirectories(DeskFigures.RESULTS).toAbsolutePath()
                .resolve("gc-%d.log".formatted(reviews.percentBad()));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on").start()) {
            Map<String, String> settings = PackagedDesk.settings(postgres, PackagedDesk.freePort());
            settings.put("COMPLAINTDESK_REQUESTS_PROGRAMSPERMINUTE", "1000000");
            settings.put("COMPLAINTDESK_IMPORT_BATCH", System.getProperty("bench.batch", "200"));
            List<String> java = new ArrayList<>(List.of("-Xmx512m", "-Xlog:gc:file=" + collections));
            java.addAll(List.of(System.getProperty("bench.java", "").split(" ")).stream().filter(option -> !option.isBlank()).toList());
            try (PackagedDesk desk = PackagedDesk.start(directory, settings, java.toArray(String[]::new)).awaitHealthy()) {
                return measure(desk, file, collections, reviews);
            }
        }
    }

    private static Map<String, Object> measure(PackagedDesk desk, Path file, Path collections, Reviews reviews) throws Exception {
        double oneByOne = oneByOne(desk, reviews.percentBad());
        Duration cpuBefore = DeskFigures.cpu(desk);
        long start = System.nanoTime();
        String location = desk.upload("/api/imports/reviews", file);
        double uploaded = DeskFigures.secondsSince(start);
        List<Mark> marks = new ArrayList<>(List.of(new Mark(uploaded, 0)));
        Awaitility.await().atMost(Duration.ofHours(2)).pollInterval(Duration.ofMillis(500)).until(() -> {
            JsonNode now = desk.read("/api/imports").get(0);
            if (now.path("done").asInt() >= (marks.size()) * Math.max(1, reviews.rows() / 6)) {
                marks.add(new Mark(DeskFigures.secondsSince(start), now.path("done").asInt()));
            }
            assertThat(now.path("state").asText()).isNotEqualTo("STOPPED");
            return now.path("state").asText().equals("DONE");
        });
        double seconds = DeskFigures.secondsSince(start);
        JsonNode done = desk.read(location);
        assertThat(done.path("rejected").asInt()).isEqualTo(reviews.rows() / EVERY_NTH_BROKEN);
        assertThat(done.path("done").asInt()).isEqualTo(reviews.rows());

        Map<String, Object> result = new LinkedHashMap<>();
        result.put("at", Instant.now().toString());
        result.put("rows", reviews.rows());
        result.put("fileMegabytes", Math.round(Files.size(file) / 1e5) / 10.0);
        result.put("percentBad", reviews.percentBad());
        result.put("created", done.path("created").asInt());
        result.put("counted", done.path("counted").asInt());
        result.put("rejected", done.path("rejected").asInt());
        result.put("uploadSeconds", uploaded);
        result.put("seconds", seconds);
        result.put("rowsPerSecond", Math.round(reviews.rows() / seconds));
        result.put("oneByOneRowsPerSecond", DeskFigures.round(oneByOne));
        result.put("timesOneByOne", DeskFigures.round(reviews.rows() / seconds / oneByOne));
        result.put("rowsPerSecondBySixths", sixths(reviews.rows(), marks, seconds));
        result.put("deskCpuSeconds", DeskFigures.cpu(desk).minus(cpuBefore).toSeconds());
        result.put("loadOfMachine", DeskFigures.load());
        result.put("peakHeapMegabytes", DeskFigures.peakHeap(collections));
        result.put("peakHeapAfterCollectionMegabytes", DeskFigures.peakHeapAfterCollection(collections));
        result.put("peakResidentMegabytes", DeskFigures.peakResident(desk));
        return result;
    }

    /** @return such reviews a second, taken in one after the other, each in a request and a transaction of its own */
    private static double oneByOne(PackagedDesk desk, int percentBad) throws Exception {
        List<String> reviews = GeneratedReviews.oneByOne(2 * ONE_BY_ONE, percentBad);
        send(desk, reviews.subList(0, ONE_BY_ONE));
        long start = System.nanoTime();
        send(desk, reviews.subList(ONE_BY_ONE, 2 * ONE_BY_ONE));
        return ONE_BY_ONE / ((System.nanoTime() - start) / 1e9);
    }

    private static void send(PackagedDesk desk, List<String> reviews) throws Exception {
        for (String review : reviews) {
            assertThat(desk.post("/api/reviews", review).statusCode()).isBetween(200, 299);
        }
    }

    private static List<Long> sixths(int rows, List<Mark> marks, double seconds) {
        List<Mark> all = new ArrayList<>(marks);
        if (all.get(all.size() - 1).done() < rows) {
            all.add(new Mark(seconds, rows));
        }
        List<Long> rates = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            rates.add(Math.round((all.get(i).done() - all.get(i - 1).done()) / (all.get(i).seconds() - all.get(i - 1).seconds())));
        }
        return rates;
    }
}
