package org.complaintdesk.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a text or a file is known again without being kept. */
public final class Sha256 {

    private Sha256() {
    }

    /** @return the 32 bytes of the text's digest, which is taken of its UTF-8 */
    public static byte[] of(String text) {
        return begun().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return the same in 64 small hexadecimal digits */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** @return a digest to which content is still to be added */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
