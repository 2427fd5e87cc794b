package org.complaintdesk.intake.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file whose encoding, separator and columns are known.
 *
 * @param headerLine the line the headers stand in; rows come after it
 */
record Sheet(Upload upload, Encoding encoding, char separator, long headerLine, Layout layout) {

    /** More than any spreadsheet allows in a cell. What exceeds it is a quotation mark that is never closed. */
    private static final int LONGEST_CELL = 40_000;
    private static final int LONGEST_ROW = 200_000;
    private static final int MOST_CELLS = 500;
    private static final int BUFFER = 1 << 16;

    /** Every record of a file, read as it is consumed. */
    static CsvReader<CsvRecord> records(Upload upload, Encoding encoding, char separator) throws IOException {
        return CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).allowUnclosedQuote(false).maxBufferSize(BUFFER)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(CsvRecordHandler.of(limits -> limits.maxFields(MOST_CELLS).maxFieldSize(LONGEST_CELL)
                        .maxRecordSize(LONGEST_ROW)), encoding.open(upload.content()));
    }

    /** The rows that say something, read as they are consumed; headers that are repeated further down are no rows. */
    Stream<FileRow> rows() {
        try {
            List<String> headers = withoutEmptyEnd(layout.headers());
            CsvReader<CsvRecord> records = records(upload, encoding, separator);
            return records.stream().filter(row -> row.getStartingLineNumber() > headerLine)
                    .map(Sheet::row).filter(row -> !row.cells().isEmpty() && !tidy(row.cells()).equals(headers))
                    .onClose(() -> close(records));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileRow row(CsvRecord read) {
        return new FileRow(Math.toIntExact(read.getStartingLineNumber()), withoutEmptyEnd(read.getFields()));
    }

    private static List<String> withoutEmptyEnd(List<String> cells) {
        int end = cells.size();
        while (end > 0 && Cell.text(cells.get(end - 1)).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    static List<String> tidy(List<String> cells) {
        return cells.stream().map(Cell::text).toList();
    }

    private static void close(CsvReader<CsvRecord> records) {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
