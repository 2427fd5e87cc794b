package org.complaintdesk.compliance;

import com.ibm.icu.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import org.complaintdesk.compliance.Reading.Gap;

/** Which letters of a reading make one Chinese word, by the dictionary. */
final class ChineseWords {

    /** For each letter the number of its word. */
    private final int[] words;

    ChineseWords(Reading reading) {
        words = new int[reading.size()];
        StringBuilder plain = new StringBuilder();
        int[] letterAt = new int[3 * reading.size()];
        for (int i = 0; i < reading.size(); i++) {
            if (reading.gapBefore(i).compareTo(Gap.PAUSE) >= 0) {
                letterAt[plain.length()] = i;
                plain.append(' ');
            }
            int from = plain.length();
            plain.appendCodePoint(reading.letter(i));
            Arrays.fill(letterAt, from, plain.length(), i);
        }
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.CHINA);
        breaks.setText(plain.toString());
        for (int start = breaks.first(), end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            for (int i = start; i < end; i++) {
                words[letterAt[i]] = end;
            }
        }
    }

    /** @return whether this character is no part of a longer word */
    boolean standsAlone(int index) {
        return !isTornAt(index) && !isTornAt(index + 1);
    }

    /** @return whether a word begins before this letter and goes on behind it */
    boolean isTornAt(int index) {
        return index > 0 && index < words.length && words[index - 1] == words[index];
    }
}
