package org.complaintdesk.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Whether all of a file is text as people write it, in the encodings that Chinese editors save. */
final class PlainText {

    private PlainText() {
    }

    static boolean is(Spool file) throws IOException {
        for (Charset charset : Stream.of("UTF-8", "GB18030", "UTF-16").map(Charset::forName).toList()) {
            if (isIn(charset, file)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Charset charset, Spool file) throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(file.open(), charset.newDecoder()))) {
            if (charset.equals(StandardCharsets.UTF_16) && !isMarked(file)) {
                return false;
            }
            for (int character = text.read(); character >= 0; character = text.read()) {
                if (Character.isISOControl(character) && "\t\n\r\f".indexOf(character) < 0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Nearly anything is UTF-16 by accident. */
    private static boolean isMarked(Spool file) throws IOException {
        try (var in = file.open()) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
        }
    }
}
