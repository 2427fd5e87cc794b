package org.complaintdesk.compliance;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How Chinese characters are read aloud. */
final class Pinyin {

    static final int LONGEST = 6;

    private static final Transliterator READ_ALOUD = Transliterator.getInstance("Han-Latin");
    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FA5;
    private static final String[] SYLLABLES = IntStream.rangeClosed(FIRST, LAST)
            .mapToObj(letter -> READ_ALOUD.transliterate(Character.toString(letter)).strip()).toArray(String[]::new);
    private static final Set<String> KNOWN = IntStream.rangeClosed(FIRST, LAST).mapToObj(Pinyin::syllable)
            .filter(syllable -> syllable.length() <= LONGEST && syllable.chars().allMatch(c -> c >= 'a' && c <= 'z'))
            .collect(Collectors.toUnmodifiableSet());

    private Pinyin() {
    }

    /** @return the syllable with its tone, such as {@code hǎo}; null for what is no common Chinese character */
    static String withTone(int letter) {
        return letter >= FIRST && letter <= LAST ? SYLLABLES[letter - FIRST] : null;
    }

    /** @return the syllable as it is typed, such as {@code hao}; null for what is no common Chinese character */
    static String syllable(int letter) {
        String syllable = withTone(letter);
        return syllable == null ? null : TAKEN_APART.normalize(syllable).replaceAll("\\p{M}", "");
    }

    static boolean isSyllable(String letters) {
        return KNOWN.contains(letters);
    }
}
