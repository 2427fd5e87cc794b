package org.complaintdesk.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** What a file is, judged by its content alone. */
@Component
class ContentType {

    private static final String OFFICE = "application/x-tika-ooxml";

    private final Tika tika = new Tika();

    /** @return empty for a type that is not taken */
    Optional<FileKind> of(Spool file) throws IOException {
        String type;
        try (InputStream in = new BufferedInputStream(file.open())) {
            type = tika.detect(in);
        }
        if (type.equals(OFFICE) || type.equals("application/zip")) {
            return OfficeDocument.kindOf(file.path());
        }
        Optional<FileKind> kind = FileKind.ofType(type);
        if (kind.isEmpty() && !type.equals("application/octet-stream") || kind.isPresent() && kind.get() != FileKind.TEXT) {
            return kind;
        }
        return PlainText.is(file) ? Optional.of(FileKind.TEXT) : Optional.empty();
    }
}
