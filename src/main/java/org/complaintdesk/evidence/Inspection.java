package org.complaintdesk.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.complaintdesk.evidence.EvidenceRefused.Reason;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Looks at a file before it is kept: how large it is, what it is, whether it has a virus, how it looks in small. */
@Component
class Inspection {

    private final EvidenceProperties settings;
    private final ContentType types;
    private final VirusScanner scanner;
    private final SmallPictures pictures;
    private final Wording wording;

    Inspection(EvidenceProperties settings, ContentType types, VirusScanner scanner, SmallPictures pictures, Wording wording) {
        this.settings = settings;
        this.types = types;
        this.scanner = scanner;
        this.pictures = pictures;
        this.wording = wording;
    }

    /** @param thumbnail null when there is none */
    record Found(String name, FileKind kind, Scan scan, byte[] thumbnail) {
    }

    /** @return on our disk; whoever asked closes it */
    Spool spool(NewFile file) {
        Spool spool;
        try {
            spool = Spool.of(file.content(), settings.largestFile().toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A file cannot be put on disk", e);
        }
        return spool;
    }

    /** @throws EvidenceRefused when it is not taken */
    Found of(NewFile file, Spool spool) {
        if (spool.size() == 0) {
            throw refused(Reason.EMPTY, file, 0);
        }
        if (spool.size() > settings.largestFile().toBytes()) {
            throw refused(Reason.TOO_LARGE, file, settings.largestFile().toMegabytes());
        }
        try (InputStream content = spool.open()) {
            FileKind kind = types.of(spool).orElseThrow(() -> refused(Reason.TYPE, file, 0));
            Scan scan = scanner.scan(content);
            if (scan == Scan.INFECTED) {
                throw refused(Reason.INFECTED, file, 0);
            }
            return new Found(SafeName.of(file.name(), unnamed(), kind), kind, scan, pictures.of(spool, kind).orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException("A file on our disk cannot be read", e);
        }
    }

    EvidenceRefused refused(Reason reason, NewFile file, long limit) {
        return new EvidenceRefused(reason, SafeName.of(file.name(), unnamed()), limit, wording);
    }

    private String unnamed() {
        return wording.text("evidence.unnamed");
    }
}
