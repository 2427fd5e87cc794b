package org.complaintdesk.compliance;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How Chinese characters are read aloud; only the twenty thousand common ones ({@link #has}). */
final class Pinyin {

    static final int LONGEST = 6;

    private static final Transliterator READ_ALOUD = Transliterator.getInstance("Han-Latin");
    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FA5;
    private static final String[] WITH_TONE = READ_ALOUD.transliterate(IntStream.rangeClosed(FIRST, LAST)
            .mapToObj(Character::toString).collect(Collectors.joining("\n"))).split(" *\n", -1);
    private static final String[] TYPED = Arrays.stream(WITH_TONE)
            .map(syllable -> TAKEN_APART.normalize(syllable).replaceAll("\\p{M}", "")).toArray(String[]::new);
    private static final Set<String> KNOWN = Arrays.stream(TYPED)
            .filter(syllable -> syllable.length() <= LONGEST && syllable.matches("[a-z]*[aeiou][a-z]*"))
            .collect(Collectors.toUnmodifiableSet());

    private Pinyin() {
    }

    static boolean has(int letter) {
        return letter >= FIRST && letter <= LAST;
    }

    /** @return the syllable with its tone, such as {@code hǎo} */
    static String withTone(int letter) {
        return WITH_TONE[letter - FIRST];
    }

    /** @return the syllable as it is typed, such as {@code hao} */
    static String typed(int letter) {
        return TYPED[letter - FIRST];
    }

    static boolean isSyllable(String letters) {
        return KNOWN.contains(letters);
    }
}
