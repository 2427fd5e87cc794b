package org.complaintdesk.platform;

import java.util.regex.Pattern;

/** Text from outside, without what no one can see and no database keeps. */
public final class CleanText {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private CleanText() {
    }

    /** @return the text with plain line ends and without control characters and surrounding blanks; null when nothing is left */
    public static String of(String text) {
        if (text == null) {
            return null;
        }
        String clean = INVISIBLE.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("").strip();
        return clean.isEmpty() ? null : clean;
    }

    /** At most so many characters, an ellipsis for what is left out, no character torn apart. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
