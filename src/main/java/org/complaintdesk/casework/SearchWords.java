package org.complaintdesk.casework;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintdesk.platform.CleanText;

/**
 * What somebody looks for in the texts of cases: every one of these words has to be somewhere in a case's text, as part of a
 * longer word too. What has no letter or digit is left out; only the first ten words count.
 */
public record SearchWords(List<String> words) {

    private static final int MOST = 10;
    private static final int LONGEST = 100;

    public SearchWords {
        words = List.copyOf(words);
    }

    /** @param typed may be null */
    public static SearchWords of(String typed) {
        String clean = CleanText.of(typed);
        return new SearchWords(clean == null ? List.of() : Stream.of(Normalizer.normalize(clean, Normalizer.Form.NFKC).split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(word -> CleanText.cut(word, LONGEST)).distinct().limit(MOST).toList());
    }

    /** @return the condition of the index on a text called {@code t.said}: true for every text that has the words, and some more */
    String pieces() {
        return "search_pieces(t.said) @@ (" + each("search_query(search_text(:word%d))", " && ") + ")";
    }

    /** @return the condition that is exactly true for the texts that have the words */
    String said() {
        return each("t.said like '%%' || regexp_replace(search_text(:word%d), '([\\\\%%_])', '\\\\\\1', 'g') || '%%'", " and ");
    }

    private String each(String condition, String and) {
        return IntStream.range(0, words.size()).mapToObj(condition::formatted).collect(Collectors.joining(and));
    }
}
