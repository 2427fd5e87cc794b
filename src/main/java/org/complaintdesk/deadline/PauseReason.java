package org.complaintdesk.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a clock waits.
 *
 * @param word   a word in capitals; what people read stands under {@code pause.*} in the message bundles
 * @param detail what exactly, in a person's words or as an id; may be null
 */
public record PauseReason(String word, String detail) {

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern TEXT = Pattern.compile("(" + WORD + ")(?:: (.*))?", Pattern.DOTALL);

    /** @throws IllegalArgumentException when the word is not a word in capitals */
    public PauseReason {
        if (word == null || !WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("The reason of a pause is a word in capitals, not " + word);
        }
        detail = detail == null || detail.isBlank() ? null : detail.strip();
    }

    public static PauseReason of(String word) {
        return new PauseReason(word, null);
    }

    /** @return whether this one, given to end a wait, means the other: its word, and its detail if it names one */
    boolean means(PauseReason other) {
        return word.equals(other.word) && (detail == null || detail.equals(other.detail));
    }

    String text() {
        return detail == null ? word : word + ": " + detail;
    }

    /** @param text what {@link #text} made */
    static PauseReason read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No reason of a pause: " + text);
        }
        return new PauseReason(matcher.group(1), matcher.group(2));
    }
}
