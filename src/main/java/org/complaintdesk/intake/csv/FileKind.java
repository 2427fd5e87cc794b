package org.complaintdesk.intake.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that are often taken for CSV and are something else, told by how they begin. Nothing is ever unpacked. */
enum FileKind {

    /** What spreadsheets save by themselves; an .xlsx is a zip archive. */
    WORKBOOK("d0cf11e0"),
    ARCHIVE("504b0304", "504b0506", "1f8b", "52617221", "377abcaf", "425a68", "fd377a58", "28b52ffd"),
    PDF("25504446"),
    PICTURE("89504e47", "ffd8ff", "47494638", "52494646"),
    /** What some back offices save as .xls or .csv: a table for the browser. */
    WEB_PAGE;

    /** As much of a file as is needed to tell. */
    static final int HEAD = 2_048;

    private final String[] beginnings;

    FileKind(String... beginnings) {
        this.beginnings = beginnings;
    }

    /** @return empty for what may well be text */
    static Optional<FileKind> of(byte[] head) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(4, head.length));
        Optional<FileKind> kind = Arrays.stream(values())
                .filter(each -> Stream.of(each.beginnings).anyMatch(hex::startsWith)).findFirst();
        String ascii = new String(head, StandardCharsets.ISO_8859_1);
        if (kind.filter(ARCHIVE::equals).isPresent() && (ascii.contains("[Content_Types].xml") || ascii.contains("xl/"))) {
            return Optional.of(WORKBOOK);
        }
        return kind.isEmpty() && isMarkup(ascii) ? Optional.of(WEB_PAGE) : kind;
    }

    private static boolean isMarkup(String ascii) {
        String start = ascii.replaceFirst("^\\u00EF\\u00BB\\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        return Stream.of("<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<body").anyMatch(start::startsWith);
    }

    /** @return the key of the message that says what to do */
    String message() {
        return "import.file." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
