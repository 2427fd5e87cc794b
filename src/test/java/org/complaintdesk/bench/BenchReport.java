package org.complaintdesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.support.DeskFigures;

/**
 * The one report of all benchmarks, {@code target/bench/report.md} and {@code .json}: targets, what was found, and where the
 * figures behind it are. Written afresh whenever a benchmark has its verdicts, so it is there after a single one too.
 */
public final class BenchReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();
    private static final Path VERDICTS = DeskFigures.RESULTS.resolve("verdicts");

    private BenchReport() {
    }

    /** @param name of the benchmark, whose figures are in the file of that name */
    public static synchronized void add(String name, String title, List<Verdict> verdicts) throws IOException {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("name", name);
        section.put("title", title);
        section.put("at", Instant.now().toString());
        section.put("machine", Machine.described());
        section.put("verdicts", verdicts);
        Files.createDirectories(VERDICTS);
        PRETTY.writeValue(VERDICTS.resolve(name + ".json").toFile(), section);
        write();
    }

    private static void write() throws IOException {
        List<JsonNode> sections;
        try (Stream<Path> files = Files.list(VERDICTS)) {
            sections = files.sorted().map(BenchReport::read).toList();
        }
        PRETTY.writeValue(DeskFigures.RESULTS.resolve("report.json").toFile(), sections);
        StringBuilder report = new StringBuilder("# Benchmark report\n");
        sections.forEach(section -> append(report, section));
        report.append("\n## All files\n\n");
        try (Stream<Path> files = Files.list(DeskFigures.RESULTS)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md") && !file.equals("report.md")).sorted()
                   .forEach(file -> report.append("- [%1$s](%1$s)%n".formatted(file)));
        }
        Files.writeString(DeskFigures.RESULTS.resolve("report.md"), report);
    }

    private static void append(StringBuilder report, JsonNode section) {
        JsonNode machine = section.path("machine");
        report.append("%n## %s%n%nMeasured %s on %s cores (%s), load before %s. Figures: [%6$s](%6$s.md).%n%n".formatted(
                section.path("title").asText(), section.path("at").asText(), machine.path("cores").asText(),
                machine.path("processor").asText(), machine.path("load of the last minute").asText(),
                section.path("name").asText()));
        report.append("| what | ours | beside it | ratio | target | |\n|---|--:|--:|--:|--:|---|\n");
        section.path("verdicts").forEach(verdict -> {
            Verdict one = new Verdict(verdict.path("what").asText(), verdict.path("ours").asDouble(),
                    verdict.path("beside").asDouble(), verdict.path("target").asDouble(), verdict.path("most").asBoolean());
            report.append("| %s | %s | %s | %.2f | %s %.2f | %s |%n".formatted(one.what(), plain(one.ours()), plain(one.beside()),
                    one.ratio(), one.most() ? "≤" : "≥", one.target(), one.met() ? "met" : "**missed**"));
        });
    }

    private static String plain(double figure) {
        return figure >= 100 ? "%.0f".formatted(figure) : "%.2f".formatted(figure);
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
