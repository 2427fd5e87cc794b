package org.complaintdesk.tables;

/** A text that can be read only so many times: a pattern that tries everything gives up on it. */
final class ImpatientText implements CharSequence {

    private static final int READS = 3_000_000;

    private final String text;
    private final int[] left;

    private ImpatientText(String text, int[] left) {
        this.text = text;
        this.left = left;
    }

    static ImpatientText of(String text) {
        return new ImpatientText(text, new int[] {READS});
    }

    /** Read too often. */
    static class Tired extends RuntimeException {
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (left[0]-- <= 0) {
            throw new Tired();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new ImpatientText(text.substring(start, end), left);
    }

    @Override
    public String toString() {
        return text;
    }
}
