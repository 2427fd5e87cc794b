package org.complaintdesk.intake.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.complaintdesk.platform.SpreadsheetFile;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of a file that were refused, as a file for Excel: line, column and reason, then the row as it was. Corrected,
 * it can be uploaded as it is.
 */
@Component
class RejectsFile {

    private final ImportStore store;
    private final Wording wording;

    RejectsFile(ImportStore store, Wording wording) {
        this.store = store;
        this.wording = wording;
    }

    @Transactional(readOnly = true)
    public void write(CsvImport file, OutputStream out) throws IOException {
        SpreadsheetFile sheet = new SpreadsheetFile(out);
        List<String> headers = new ArrayList<>(List.of(wording.text("import.line"), wording.text("import.column"),
                wording.text("import.reason")));
        headers.addAll(file.layout().headers());
        sheet.row(headers);
        store.eachReject(file.id(), reject -> sheet.row(row(reject)));
        sheet.flush();
    }

    private List<String> row(Reject reject) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(reject.line()), headers(reject), reasons(reject)));
        cells.addAll(reject.cells());
        return cells;
    }

    private String headers(Reject reject) {
        return reject.problems().stream().map(Problem::header).filter(header -> !header.isEmpty())
                .collect(Collectors.joining(wording.text("import.then")));
    }

    private String reasons(Reject reject) {
        if (reject.problems().size() == 1) {
            return reject.problems().get(0).reason();
        }
        return reject.problems().stream().map(problem -> wording.text("import.reason-of", problem.header(), problem.reason()))
                .collect(Collectors.joining("\n"));
    }
}
