package org.complaintdesk.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a header field, more forgiving than RFC 2047: characters torn apart between encoded words, words without an
 * end or without padding, words that touch other text, and plain bytes of any charset.
 */
final class HeaderText {

    private static final Pattern WORD =
            Pattern.compile("=\\?([\\w.:()+-]+?)(?:\\*[\\w-]*)?\\?([bBqQ])\\?(.*?)(?:\\?=|$)", Pattern.DOTALL);

    private HeaderText() {
    }

    /** @param raw as it stands in the mail, each character one byte, or decoded already; null for none */
    static String decode(String raw) {
        if (raw == null) {
            return null;
        }
        String line = raw.replaceAll("\\r?\\n[ \\t]*", " ").strip();
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String between = line.substring(end, word.start());
            boolean joins = charset != null && between.isBlank();
            if (!joins || !charset.equalsIgnoreCase(word.group(1))) {
                flush(pending, charset, text);
            }
            if (!joins) {
                text.append(plain(between));
            }
            charset = word.group(1);
            pending.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        flush(pending, charset, text);
        return text.append(plain(line.substring(end))).toString().strip();
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder text) {
        text.append(Charsets.decode(pending.toByteArray(), charset));
        pending.reset();
    }

    private static String plain(String text) {
        return text.chars().allMatch(c -> c < 128) || text.chars().anyMatch(c -> c > 255) ? text : Charsets.decode(text.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    private static byte[] bytes(String encoding, String text) {
        return encoding.equalsIgnoreCase("b") ? base64(text) : quoted(text);
    }

    /** @return as much as can be read */
    static byte[] base64(String text) {
        String letters = text.replaceAll("[^A-Za-z0-9+/]", "");
        int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
        return Base64.getDecoder().decode(letters.substring(0, whole));
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }
}
