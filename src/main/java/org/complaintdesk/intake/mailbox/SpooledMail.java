package org.complaintdesk.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.complaintdesk.platform.Sha256;

/**
 * A raw mail on our disk while it is taken in, so that none has to fit into memory.
 *
 * @param size  of the whole mail, as the server says
 * @param kept  how much of it is in the file
 * @param whole false when it is larger than we keep
 */
record SpooledMail(Path file, long size, long kept, boolean whole, String contentKey, Instant arrivedAt) implements AutoCloseable {

    private static final List<String> IDENTITY = List.of("Message-ID", "Date", "From", "Subject");
    private static final int HEAD = 256 * 1024;

    /** @param size as the server says, which need not be true */
    static SpooledMail of(InputStream raw, long size, long largest, Instant arrivedAt) throws IOException {
        Path file = Files.createTempFile("mail-", ".eml");
        try {
            long kept = copy(raw, file, size > largest ? HEAD : largest + 1);
            boolean whole = size <= largest && kept <= largest;
            if (!whole && kept > HEAD) {
                kept = shorten(file);
            }
            long real = whole ? kept : Math.max(size, kept);
            return new SpooledMail(file, real, kept, whole, contentKey(file, whole ? 0 : real), arrivedAt);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static long copy(InputStream raw, Path file, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            while (copied < most) {
                int read = raw.read(buffer, 0, (int) Math.min(buffer.length, most - copied));
                if (read < 0) {
                    break;
                }
                out.write(buffer, 0, read);
                copied += read;
            }
        }
        return copied;
    }

    private static long shorten(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        Files.write(file, head);
        return head.length;
    }

    /** Without the marks that servers leave on its way: the same mail found elsewhere has the same key. */
    private static String contentKey(Path file, long size) throws IOException {
        MessageDigest digest = Sha256.begun();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            InternetHeaders headers = new InternetHeaders(in);
            for (String name : IDENTITY) {
                digest.update((name + "=" + headers.getHeader(name, "\0") + "\0").getBytes(StandardCharsets.ISO_8859_1));
            }
            digest.update(("size=" + size + "\0").getBytes(StandardCharsets.ISO_8859_1));
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
