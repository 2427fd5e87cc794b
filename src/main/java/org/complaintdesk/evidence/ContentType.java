package org.complaintdesk.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** What a file is, judged by its content alone. */
@Component
class ContentType {

    private static final String OFFICE = "application/x-tika-ooxml";
    private static final String FILM = "video/quicktime";
    /** How MP4 films begin; QuickTime's own begin otherwise, and so do things that are no films. */
    private static final Pattern MP4 = Pattern.compile("....ftyp(iso.|mp4.|avc1|hvc1|hev1|dash|MSNV|mmp4).*", Pattern.DOTALL);
    private static final Pattern MOV = Pattern.compile("....(ftypqt  |moov|mdat|wide|free|skip|pnot).*", Pattern.DOTALL);

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
        if (type.equals(FILM)) {
            return film(file);
        }
        Optional<FileKind> kind = FileKind.ofType(type);
        if (kind.isEmpty() && !type.equals("application/octet-stream") || kind.isPresent() && kind.get() != FileKind.TEXT) {
            return kind;
        }
        return PlainText.is(file) ? Optional.of(FileKind.TEXT) : Optional.empty();
    }

    private static Optional<FileKind> film(Spool file) throws IOException {
        try (InputStream in = file.open()) {
            String head = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            return MP4.matcher(head).matches() ? Optional.of(FileKind.MP4)
                    : MOV.matcher(head).matches() ? Optional.of(FileKind.MOV) : Optional.empty();
        }
    }
}
