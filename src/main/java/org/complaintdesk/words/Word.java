package org.complaintdesk.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a list, ready to be looked for. {@code 快递…慢} means both, one soon after the other in the same clause;
 * {@code -质量不错} is an exception: where it stands in a text, the words of its list do not count.
 *
 * @param line      as a supervisor reads and writes it
 * @param parts     in plain spelling, in the order in which they follow each other
 */
record Word(String line, boolean exception, List<String> parts) {

    static final String GAP = "…";
    static final int REACH = 8;

    private static final String EXCEPTION = "-";
    private static final String CLAUSE_ENDS = ",.!?;。\n";

    /** Where a word stands in a text. */
    record Span(int start, int end) {
    }

    static Word of(String line) {
        boolean exception = PlainChinese.of(line).startsWith(EXCEPTION);
        String word = exception ? line.substring(1) : line;
        // Split first: in plain spelling the ellipsis is three full stops.
        return new Word(line, exception, Stream.of(word.split(GAP + "+", -1)).map(String::strip).map(PlainChinese::of).toList());
    }

    /** @return the first place at or after an index of a text in plain spelling */
    Optional<Span> in(String plain, int from) {
        String first = parts.get(0);
        for (int at = plain.indexOf(first, from); at >= 0; at = plain.indexOf(first, at + 1)) {
            int end = endOfRest(plain, at + first.length());
            if (end >= 0) {
                return Optional.of(new Span(at, end));
            }
        }
        return Optional.empty();
    }

    private int endOfRest(String plain, int from) {
        int end = from;
        for (String part : parts.subList(1, parts.size())) {
            int next = startOf(part, plain, end);
            if (next < 0) {
                return -1;
            }
            end = next + part.length();
        }
        return end;
    }

    private static int startOf(String part, String plain, int from) {
        for (int at = from; at <= Math.min(from + REACH, plain.length()); at++) {
            if (plain.startsWith(part, at)) {
                return at;
            }
            if (at < plain.length() && CLAUSE_ENDS.indexOf(plain.charAt(at)) >= 0) {
                return -1;
            }
        }
        return -1;
    }
}
