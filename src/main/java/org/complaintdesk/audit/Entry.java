package org.complaintdesk.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Sha256;

/**
 * What a line says, before it has its place.
 *
 * @param what    the name of an {@link AuditEvent}; a later version may know more of them
 * @param address null when no request led to it
 * @param detail  null when there is nothing more to say
 */
record Entry(Instant at, String what, String who, String address, String subject, String detail) {

    private static final int NAME = 64;
    private static final int SUBJECT = 200;
    private static final int DETAIL = 1_000;

    /** @return as the table keeps it: no control characters, nothing too long, microseconds */
    static Entry of(Instant at, AuditEvent what, String who, String address, String subject, String detail) {
        return new Entry(at.truncatedTo(ChronoUnit.MICROS), what.name(), line(who, NAME), cut(address, NAME), line(subject, SUBJECT),
                cut(detail, DETAIL));
    }

    private static String line(String text, int length) {
        String cut = cut(text, length);
        return cut == null ? "" : cut;
    }

    private static String cut(String text, int length) {
        String clean = CleanText.of(text);
        return clean == null ? null : CleanText.cut(clean, length);
    }

    /** @return the digest of the line at this place, which covers all lines before it */
    byte[] digest(long line, byte[] before) {
        MessageDigest digest = Sha256.begun();
        digest.update(before);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(line).array());
        Stream.of(at.toString(), what, who, address, subject, detail).forEach(part -> add(digest, part));
        return digest.digest();
    }

    /** With its length before it, so that nothing can be moved from one part to the next. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part == null ? -1 : bytes.length).array());
        digest.update(bytes);
    }
}
