package org.complaintdesk.intake.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of a file that were refused, as a file for Excel: line, column and reason, then the row as it was. Corrected,
 * it can be uploaded as it is.
 */
@Component
class RejectsFile {

    /** Excel reads a file as UTF-8 only with this mark. */
    private static final char MARK = '\uFEFF';
    /** With these a spreadsheet begins to calculate; in full width too, which Excel understands in Chinese. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final ImportStore store;
    private final Wording wording;

    RejectsFile(ImportStore store, Wording wording) {
        this.store = store;
        this.wording = wording;
    }

    @Transactional(readOnly = true)
    public void write(CsvImport file, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(QuoteStrategies.ALWAYS).build(text);
        List<String> headers = new ArrayList<>(List.of(wording.text("import.line"), wording.text("import.column"),
                wording.text("import.reason")));
        headers.addAll(file.layout().headers());
        csv.writeRecord(harmless(headers));
        store.eachReject(file.id(), reject -> csv.writeRecord(harmless(row(reject))));
        csv.flush();
    }

    private List<String> row(Reject reject) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(reject.line()), joined(reject, Problem::header),
                joined(reject, Problem::reason)));
        cells.addAll(reject.cells());
        return cells;
    }

    private String joined(Reject reject, Function<Problem, String> part) {
        return reject.problems().stream().map(part).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(wording.text("import.then")));
    }

    /** What would be taken for a formula is marked as text, the way Excel itself does. */
    private static List<String> harmless(List<String> cells) {
        return cells.stream().map(String::stripLeading)
                .map(cell -> !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell).toList();
    }
}
