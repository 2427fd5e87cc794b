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
import java.util.regex.Pattern;
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
    /** A spreadsheet takes these for figures, and saves 2.02611E+18 or loses the zero in front. */
    private static final Pattern NUMBER = Pattern.compile("\\d{12,}|0\\d+");

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

    /** What would be taken for a formula or a figure is marked as text, the way Excel itself does. */
    private static List<String> harmless(List<String> cells) {
        return cells.stream().map(String::strip).map(cell -> isTaken(cell) ? "'" + cell : cell).toList();
    }

    private static boolean isTaken(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 || NUMBER.matcher(cell).matches();
    }
}
