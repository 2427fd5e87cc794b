package org.complaintdesk.intake.csv;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What spreadsheets do to a cell, undone. */
final class Cell {

    private static final Pattern FORCED_TEXT = Pattern.compile("=\\s*\"(.*)\"", Pattern.DOTALL);
    /** Excel's mark for "this is text"; before anything else an apostrophe belongs to what is written. */
    private static final Pattern TEXT_MARK = Pattern.compile("'(?=[-=+@0-9\\uFF1D\\uFF0B\\uFF0D\\uFF20])");
    private static final Set<String> NOTHING = Set.of("-", "--", "—", "——", "/", "\\n", "无", "暂无", "null", "none", "n/a", "#n/a");

    private Cell() {
    }

    /** @return the text without surrounding blanks of any kind and without Excel's marks for text; never null */
    static String text(String cell) {
        String text = strip(cell);
        Matcher forced = FORCED_TEXT.matcher(text);
        if (forced.matches()) {
            text = strip(forced.group(1).replace("\"\"", "\""));
        }
        return TEXT_MARK.matcher(text).lookingAt() ? strip(text.substring(1)) : text;
    }

    /** @return a short value in half-width characters; empty for what people write when there is nothing */
    static String value(String cell) {
        String value = strip(Normalizer.normalize(text(cell), Normalizer.Form.NFKC));
        return NOTHING.contains(value.toLowerCase(Locale.ROOT)) ? "" : value;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Also what no one sees: no-break and ideographic spaces, characters of no width, control characters. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || c >= '\u200B' && c <= '\u200F' || c == '\u2060' || c == '\uFEFF';
    }
}
