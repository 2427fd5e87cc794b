package org.complaintdesk.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What benchmarks read off a packaged desk, and how they print it. */
public final class DeskFigures {

    /** Where benchmarks leave what they found. */
    public static final Path RESULTS = Path.of("target/bench");

    private static final Pattern COLLECTION = Pattern.compile("Pause .*?(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private DeskFigures() {
    }

    public static Duration cpu(PackagedDesk desk) {
        return desk.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** @return megabytes of heap before any collection */
    public static int peakHeap(Path collections) throws IOException {
        return peak(collections, 1);
    }

    /** @return megabytes of heap that were left after any collection */
    public static int peakHeapAfterCollection(Path collections) throws IOException {
        return peak(collections, 2);
    }

    /** @return megabytes, where the operating system tells */
    public static long peakResident(PackagedDesk desk) throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(desk.process().pid()));
        return !Files.exists(status) ? 0 : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0) / 1024;
    }

    /** @return the machine's load of the last minute, ours and everybody else's */
    public static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    public static double secondsSince(long start) {
        return round((System.nanoTime() - start) / 1e9);
    }

    public static double round(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }

    /** Prints the runs side by side, and leaves them as a table and as JSON. */
    public static void publish(String name, String title, List<Map<String, Object>> runs) throws IOException {
        Files.createDirectories(RESULTS);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(RESULTS.resolve(name + ".json").toFile(), runs);
        String report = runs.get(0).keySet().stream().map(key -> "| %s | %s |".formatted(key, runs.stream()
                        .map(run -> String.valueOf(run.get(key))).collect(Collectors.joining(" | "))))
                .collect(Collectors.joining("\n", "# " + title + "\n\n|" + " |".repeat(runs.size() + 1) + "\n|"
                        + "---|".repeat(runs.size() + 1) + "\n", "\n"));
        Files.writeString(RESULTS.resolve(name + ".md"), report);
        System.out.println(report);
    }

    private static int peak(Path collections, int group) throws IOException {
        return Files.readAllLines(collections).stream().map(COLLECTION::matcher).filter(Matcher::find)
                .mapToInt(collection -> Integer.parseInt(collection.group(group))).max().orElse(0);
    }
}
