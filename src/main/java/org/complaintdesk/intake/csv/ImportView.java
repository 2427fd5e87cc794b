package org.complaintdesk.intake.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file as the API shows it.
 *
 * @param columns which header was understood as what
 * @param ignored headers that were not understood
 * @param rejects null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(long id, ImportKind kind, String file, ImportState state, int total, int done, int created, int duplicates,
                  int counted, int rejected, String uploadedBy, Instant uploadedAt, Instant finishedAt,
                  Map<String, Column> columns, List<String> ignored, List<Rejected> rejects, String rejectsFile) {

    /** @param column the header as it stands in the file; empty when the whole row is to blame */
    record Rejected(int line, String column, String reason) {
    }

    static ImportView of(CsvImport file, ImportState state, List<Reject> rejects) {
        Layout layout = file.layout();
        Map<String, Column> columns = new LinkedHashMap<>();
        layout.understood().stream().sorted().forEach(column -> columns.put(layout.header(column, ""), column));
        Tally tally = file.tally();
        return new ImportView(file.id(), file.kind(), file.file(), state, file.total(), file.done(), tally.created(),
                tally.duplicates(), tally.counted(), tally.rejected(), file.uploadedBy(), file.uploadedAt(), file.finishedAt(),
                columns, layout.ignored(), rejects == null ? null : rejects.stream().flatMap(reject -> reject.problems().stream()
                .map(problem -> new Rejected(reject.line(), problem.header(), problem.reason()))).toList(),
                "/api/imports/" + file.id() + "/rejects.csv");
    }
}
