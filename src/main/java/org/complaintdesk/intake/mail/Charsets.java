package org.complaintdesk.intake.mail;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Text out of bytes whose label may be wrong. Mail programs label GBK as GB2312, UTF-8 as GB2312, either as ISO-8859-1 or
 * not at all; so a label is believed only as far as the bytes bear it out.
 */
final class Charsets {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Set<String> SAYS_NOTHING = Set.of("us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252",
            "unknown-8bit", "unknown", "x-unknown", "default", "default_charset", "8bit", "7bit", "binary");
    private static final int SURE = 40;

    private Charsets() {
    }

    /** @param label what the mail says the charset is, null when it does not say */
    static String decode(byte[] bytes, String label) {
        if (isPlain(bytes)) {
            return named(label).filter(Charsets::isStateful).map(charset -> new String(bytes, charset))
                    .orElseGet(() -> new String(bytes, StandardCharsets.US_ASCII));
        }
        Optional<Charset> named = named(label);
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null && (named.isEmpty() || named.get().equals(StandardCharsets.UTF_8) || isSurelyUtf8(utf8))) {
            return utf8;
        }
        if (named.isPresent() && !named.get().equals(StandardCharsets.UTF_8)) {
            String asLabelled = strictly(bytes, named.get());
            if (asLabelled != null) {
                return asLabelled;
            }
        }
        return guess(bytes, named.orElse(null));
    }

    private static String guess(byte[] bytes, Charset named) {
        String chinese = strictly(bytes, GB18030);
        if (chinese != null && comeInPairs(bytes)) {
            return chinese;
        }
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        if (match != null && match.getConfidence() >= SURE && Charset.isSupported(match.getName())) {
            return new String(bytes, Charset.forName(match.getName()));
        }
        if (named != null) {
            return new String(bytes, named);
        }
        return new String(bytes, comeInPairs(bytes) ? GB18030 : WESTERN);
    }

    /** @return empty when the label says nothing, or something nobody knows */
    private static Optional<Charset> named(String label) {
        if (label == null) {
            return Optional.empty();
        }
        String name = label.strip().replaceAll("^[\"']+|[\"';]+$", "").toLowerCase(Locale.ROOT);
        if (name.isEmpty() || SAYS_NOTHING.contains(name)) {
            return Optional.empty();
        }
        if (name.matches("(x-)?(gb[-_]?2312([-_]80)?|gbk|gb_?18030|cp-?936|ms936|windows-936|euc-?cn|chinese|csgb2312)")) {
            return Optional.of(GB18030);
        }
        if (name.matches("utf-?8.*|unicode-1-1-utf-8|x-utf-8")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** ISO-2022 writes everything in seven bits. */
    private static boolean isStateful(Charset charset) {
        return charset.name().startsWith("ISO-2022") || charset.name().startsWith("UTF-16");
    }

    /** @return null when the bytes are not of this charset */
    private static String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A few characters of GBK can pass for UTF-8, but hardly for Chinese in UTF-8, which takes three bytes each. */
    private static boolean isSurelyUtf8(String text) {
        return text.codePoints().anyMatch(c -> c >= 0x2000);
    }

    /** Chinese has its high bytes side by side, western languages one by one. */
    private static boolean comeInPairs(byte[] bytes) {
        int paired = 0;
        int alone = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0) {
                continue;
            }
            int end = i;
            while (end < bytes.length && bytes[end] < 0) {
                end++;
            }
            if (end - i > 1) {
                paired += end - i;
            } else {
                alone++;
            }
            i = end;
        }
        return paired > alone * 4;
    }
}
