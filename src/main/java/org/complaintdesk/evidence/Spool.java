package org.complaintdesk.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.complaintdesk.platform.Sha256;
import org.springframework.core.io.InputStreamSource;

/**
 * A file on our own disk while it is looked at; closing it removes it.
 *
 * @param size at most one more than was allowed: then the rest was not read
 */
record Spool(Path path, long size, String sha256) implements AutoCloseable {

    /** Reads no more than one byte above the limit. */
    static Spool of(InputStreamSource content, long limit) throws IOException {
        Path path = Files.createTempFile("evidence-", ".tmp");
        try (InputStream in = content.getInputStream(); OutputStream out = Files.newOutputStream(path)) {
            DigestInputStream digested = new DigestInputStream(in, Sha256.begun());
            long size = copy(digested, out, limit + 1);
            return new Spool(path, size, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        } catch (IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
    }

    private static long copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[16_384];
        long copied = 0;
        for (int read = 0; copied < limit && read >= 0; copied += Math.max(0, read)) {
            read = in.read(buffer, 0, (int) Math.min(buffer.length, limit - copied));
            out.write(buffer, 0, Math.max(0, read));
        }
        return copied;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
