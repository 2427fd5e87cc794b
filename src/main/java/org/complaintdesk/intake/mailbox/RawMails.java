package org.complaintdesk.intake.mailbox;

import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.complaintdesk.intake.mail.MailParser;
import org.complaintdesk.intake.mail.ParsedMail;
import org.springframework.stereotype.Component;

/** Raw mails out of the database: in pieces, read from our disk, never as a whole in memory. */
@Component
class RawMails {

    private static final int PIECE = 1 << 20;

    private final MailStore store;
    private final MailParser parser;

    RawMails(MailStore store, OwnAddresses own, MailboxProperties settings) {
        this.store = store;
        this.parser = new MailParser(own.all(), settings.server());
    }

    /** A mail that can be read, its attachments too, until it is closed. */
    record Opened(Path file, SharedFileInputStream in, ParsedMail mail) implements AutoCloseable {

        @Override
        public void close() {
            try {
                in.close();
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("A mail on our disk cannot be removed", e);
            }
        }
    }

    Opened open(long id) {
        try {
            Path file = Files.createTempFile("mail-", ".eml");
            try {
                try (OutputStream out = Files.newOutputStream(file)) {
                    write(id, out);
                }
                SharedFileInputStream in = new SharedFileInputStream(file.toFile());
                return new Opened(file, in, parser.parse(in));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A mail cannot be read on our disk", e);
        }
    }

    void write(long id, OutputStream out) throws IOException {
        long from = 0;
        for (byte[] piece = store.piece(id, from, PIECE); piece.length > 0; piece = store.piece(id, from, PIECE)) {
            out.write(piece);
            from += piece.length;
        }
    }
}
