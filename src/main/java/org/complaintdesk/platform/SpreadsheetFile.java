package org.complaintdesk.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A CSV file that people open in a spreadsheet: it reads the characters right, and calculates nothing it finds in a cell. */
public final class SpreadsheetFile {

    /** Excel reads a file as UTF-8 only with this mark. */
    private static final char MARK = '\uFEFF';
    /** With these a spreadsheet begins to calculate; in full width too, which Excel understands in Chinese. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    /** A spreadsheet takes these for figures, and saves 2.02611E+18 or loses the zero in front. */
    private static final Pattern NUMBER = Pattern.compile("\\d{12,}|0\\d+");

    private final CsvWriter csv;

    /** @param out stays open; what was written is in it after {@link #flush} */
    public SpreadsheetFile(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(QuoteStrategies.ALWAYS).build(text);
    }

    /** What would be taken for a formula or a figure is marked as text, the way Excel itself does. */
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(String::strip).map(cell -> isTaken(cell) ? "'" + cell : cell).toList());
    }

    public void flush() throws IOException {
        csv.flush();
    }

    private static boolean isTaken(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 || NUMBER.matcher(cell).matches();
    }
}
