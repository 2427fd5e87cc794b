package org.complaintdesk.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has files scanned that came while the scanner did not answer. Two nodes may look at the same file; both come to the
 * same end.
 */
@Component
class ScanLater {

    private static final int AT_ONCE = 50;

    private final EvidenceStore store;
    private final Contents contents;
    private final VirusScanner scanner;
    private final TransactionTemplate transaction;

    ScanLater(EvidenceStore store, Contents contents, VirusScanner scanner, TransactionTemplate transaction) {
        this.store = store;
        this.contents = contents;
        this.scanner = scanner;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${complaintdesk.evidence.scan-again-after:PT1M}",
            initialDelayString = "${complaintdesk.evidence.scan-again-after:PT1M}")
    void scan() {
        for (StoredFile file : store.pending(AT_ONCE)) {
            Scan scan = scan(file);
            if (scan == Scan.PENDING) {
                return;
            }
            transaction.executeWithoutResult(status -> note(file, scan));
        }
    }

    private Scan scan(StoredFile file) {
        try (InputStream content = contents.read(file.id(), file.size())) {
            return scanner.scan(content);
        } catch (IOException e) {
            throw new UncheckedIOException("A file in the database cannot be read", e);
        }
    }

    /** Of a virus only the note remains that it was there, when, and from whom. */
    private void note(StoredFile file, Scan scan) {
        store.scanned(file.id(), scan);
        if (scan == Scan.INFECTED) {
            contents.delete(file.id());
            store.forgetThumbnail(file.id());
        }
    }
}
