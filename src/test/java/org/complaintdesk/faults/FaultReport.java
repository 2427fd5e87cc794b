package org.complaintdesk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.complaintdesk.faults.Checker.Finding;

/** One line for each run, in {@code target/faults/report.md}. */
final class FaultReport {

    private static final Path FILE = Path.of("target/faults/report.md");

    private FaultReport() {
    }

    static synchronized void add(String fault, long seed, String what, House house, List<Finding> findings) throws Exception {
        line("| %s | %d | %s | %s | %s |".formatted(fault, seed, what, house.story(),
                findings.isEmpty() ? "nothing" : String.join("; ", findings.stream().map(Finding::toString).toList())));
    }

    private static void line(String line) throws IOException {
        if (!Files.exists(FILE)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, "| fault | seed | what was done | what happened meanwhile | found by the checker |\n|---|---|---|---|---|\n");
        }
        Files.writeString(FILE, line + "\n", StandardOpenOption.APPEND);
        System.out.println(line);
    }
}
