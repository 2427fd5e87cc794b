package org.complaintdesk.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Finds out how an upload is to be read, or says why it cannot be and what to do about it. */
@Component
class SheetReader {

    private static final List<Character> SEPARATORS = List.of(',', '\t', ';');
    /** Excel's own first line that names the separator. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=([,;\\t])\"?[\\r\\n]", Pattern.CASE_INSENSITIVE);
    private static final int SEPARATOR_WITHIN = 16;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    /** How the parser speaks of a limit rather than of quotation marks. */
    private static final Pattern LIMIT = Pattern.compile("\\bmax(imum)?\\b");
    /** Titles and notes may stand above the headers. */
    private static final int HEADERS_WITHIN = 10;
    private static final int SHOWN = 300;
    private static final int BUFFER = 1 << 16;

    private final ColumnNames names;
    private final Wording wording;

    SheetReader(ColumnNames names, Wording wording) {
        this.names = names;
        this.wording = wording;
    }

    /** Headers that may be those of the file. */
    private record Candidate(char separator, long line, Layout layout) {

        int understood() {
            return layout.understood().size();
        }
    }

    /**
     * @param given columns that have a default for the whole file
     * @throws InvalidInput when the upload cannot be read as a list of this kind
     */
    Sheet open(Upload upload, RowTarget target, Set<Column> given) {
        try {
            checkKind(upload);
            Encoding encoding = Encoding.of(upload.content()).orElseThrow(() -> refused("import.file.encoding"));
            checkText(upload, encoding);
            Candidate found = headers(upload, encoding, target);
            checkColumns(found, target, given);
            return new Sheet(upload, encoding, found.separator(), found.line(), found.layout());
        } catch (CsvParseException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message for a file whose quotation marks do not match, or seem not to because something is so long. */
    InvalidInput malformed(CsvParseException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher line = LINE.matcher(message);
        return refused(LIMIT.matcher(message).find() ? "import.file.too-long" : "import.file.malformed", line.find() ? line.group(1) : "?");
    }

    InvalidInput refused(String key, Object... arguments) {
        return new InvalidInput("file", wording.text(key, arguments));
    }

    private void checkKind(Upload upload) throws IOException {
        byte[] head;
        try (InputStream in = upload.content().getInputStream()) {
            head = in.readNBytes(FileKind.HEAD);
        }
        if (new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
            throw refused("import.file.empty");
        }
        FileKind.of(head).ifPresent(kind -> {
            throw refused(kind.message());
        });
    }

    /** No spreadsheet writes a character 0, and no database keeps one: the file is damaged or no text. */
    private void checkText(Upload upload, Encoding encoding) throws IOException {
        char[] buffer = new char[BUFFER];
        try (var reader = encoding.open(upload.content())) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw refused("import.file.no-text");
                    }
                }
            }
        }
    }

    private Candidate headers(Upload upload, Encoding encoding, RowTarget target) throws IOException {
        List<Character> separators = SEPARATORS;
        try (Reader text = encoding.open(upload.content())) {
            char[] start = new char[SEPARATOR_WITHIN];
            Matcher named = SEPARATOR_LINE.matcher(new String(start, 0, Math.max(0, text.read(start))));
            if (named.lookingAt()) {
                separators = List.of(named.group(1).charAt(0));
            }
        }
        CsvParseException malformed = null;
        Candidate best = null;
        for (char separator : separators) {
            try {
                Candidate candidate = headers(upload, encoding, separator, target);
                if (best == null || candidate != null && candidate.understood() > best.understood()) {
                    best = candidate;
                }
            } catch (CsvParseException e) {
                malformed = malformed == null ? e : malformed;
            }
        }
        if (malformed != null && (best == null || best.understood() == 0)) {
            throw malformed;
        }
        if (best == null || best.layout().headers().stream().allMatch(String::isEmpty)) {
            throw refused("import.file.empty");
        }
        return best;
    }

    private Candidate headers(Upload upload, Encoding encoding, char separator, RowTarget target) throws IOException {
        try (CsvReader<CsvRecord> records = Sheet.records(upload, encoding, separator);
             Stream<CsvRecord> first = records.stream()) {
            return first.limit(HEADERS_WITHIN).map(record -> new Candidate(separator, record.getStartingLineNumber(),
                            names.understand(Sheet.tidy(record.getFields()), target.columns())))
                    .max(Comparator.comparingInt(Candidate::understood).thenComparing(Candidate::line, Comparator.reverseOrder()))
                    .orElse(null);
        }
    }

    private void checkColumns(Candidate found, RowTarget target, Set<Column> given) {
        Set<Column> understood = found.layout().understood();
        List<Column> missing = target.columns().stream().filter(target.required()::contains)
                .filter(column -> !understood.contains(column) && !given.contains(column)).toList();
        if (!missing.isEmpty()) {
            String wanted = missing.stream().map(column -> wording.text("import.column-names", wording.of(column),
                    String.join(wording.text("import.or"), names.examples(column, wording.locale(), 4))))
                    .collect(Collectors.joining(wording.text("import.and")));
            String present = found.layout().headers().stream().filter(header -> !header.isEmpty())
                    .collect(Collectors.joining(wording.text("import.and")));
            throw refused("import.file.columns", wanted, CleanText.cut(present, SHOWN));
        }
    }
}
