package org.complaintdesk.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Documents and workbooks are archives; what they are stands in their table of contents. Nothing else is unpacked. */
final class OfficeDocument {

    private static final String CONTENTS = "[Content_Types].xml";
    private static final int LONGEST_CONTENTS = 256 * 1024;
    private static final String MAIN_PART = "application/vnd.openxmlformats-officedocument.%s.main+xml";

    private OfficeDocument() {
    }

    /** @return empty for other archives, and for documents that bring macros along */
    static Optional<FileKind> kindOf(Path file) throws IOException {
        String contents;
        try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry entry = archive.getEntry(CONTENTS);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = archive.getInputStream(entry)) {
                contents = new String(in.readNBytes(LONGEST_CONTENTS), StandardCharsets.UTF_8);
            }
        } catch (ZipException e) {
            return Optional.empty();
        }
        if (contents.contains("macroEnabled") || contents.contains("vbaProject")) {
            return Optional.empty();
        }
        if (contents.contains(MAIN_PART.formatted("wordprocessingml.document"))) {
            return Optional.of(FileKind.DOCX);
        }
        return contents.contains(MAIN_PART.formatted("spreadsheetml.sheet")) ? Optional.of(FileKind.XLSX) : Optional.empty();
    }
}
