package org.complaintdesk.platform;

/** Text inside the Markdown that forms show. */
public final class Markdown {

    private static final String ACTIVE = "\\`*_{}[]()#+-.!|~><&:\"'@/=";

    private Markdown() {
    }

    /**
     * Makes any text safe: it shows literally, whatever it holds. Forms run text as Markdown with HTML inside, so every
     * active character becomes an entity; line breaks stay.
     *
     * @param maxLength what is longer is cut before it is escaped, with an ellipsis
     */
    public static String literal(String text, int maxLength) {
        String shown = CleanText.cut(text, maxLength);
        StringBuilder safe = new StringBuilder(shown.length() + 16);
        shown.replaceAll("\\r\\n?", "\n").chars().forEach(c -> {
            if (c == '\n') {
                safe.append("<br>");
            } else if (ACTIVE.indexOf(c) >= 0) {
                safe.append("&#").append(c).append(';');
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    /** Shows a text exactly as it is, line by line, to be read or copied. */
    public static String verbatim(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "\n" + text + "\n" + fence;
    }
}
