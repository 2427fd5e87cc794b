package org.complaintdesk.volume;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintdesk.support.DeskFigures;

/** Tables that are longer than wide: one line for each thing that was measured. */
final class VolumeReport {

    private VolumeReport() {
    }

    static void publish(String name, String title, List<Map<String, Object>> rows, String remark) throws IOException {
        Files.createDirectories(DeskFigures.RESULTS);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(DeskFigures.RESULTS.resolve(name + ".json").toFile(), rows);
        String head = "| " + String.join(" | ", rows.get(0).keySet()) + " |\n|" + "---|".repeat(rows.get(0).size());
        Files.writeString(DeskFigures.RESULTS.resolve(name + ".md"), rows.stream().map(VolumeReport::line)
                .collect(Collectors.joining("\n", "# %s%n%n%s%n%n%s%n".formatted(title, remark, head), "\n")));
        System.out.println(line(rows.get(rows.size() - 1)));
    }

    private static String line(Map<String, Object> row) {
        return row.values().stream().map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
