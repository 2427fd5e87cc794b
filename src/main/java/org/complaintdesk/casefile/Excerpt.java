package org.complaintdesk.casefile;

import java.text.Normalizer;
import java.util.Locale;
import org.complaintdesk.casework.SearchWords;
import org.complaintdesk.platform.CleanText;

/** As much of a text as a list shows, with what was looked for. */
final class Excerpt {

    private static final int LENGTH = 60;
    private static final int BEFORE = 12;

    private Excerpt() {
    }

    /** @param sought null when nothing was; its beginning is shown then, too, and when the words are not in this text */
    static String of(String text, String sought) {
        String line = text.replaceAll("\\s+", " ").strip();
        String plain = plain(line);
        int at = SearchWords.of(sought).words().stream().mapToInt(word -> plain.indexOf(plain(word))).filter(place -> place >= 0).min().orElse(0);
        if (plain.length() != line.length() || at <= BEFORE) {
            return CleanText.cut(line, LENGTH);
        }
        int from = at - BEFORE;
        return "…" + CleanText.cut(line.substring(Character.isLowSurrogate(line.charAt(from)) ? from + 1 : from), LENGTH);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
