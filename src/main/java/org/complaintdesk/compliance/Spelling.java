package org.complaintdesk.compliance;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.words.PlainChinese;

/** One spelling of every character: full-width, circled, accented, traditional, look-alikes from other alphabets ... */
final class Spelling {

    private static final Normalizer2 ONE_FORM = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFKDInstance();
    private static final Pattern LATIN_LETTER = Pattern.compile("(?:LATIN|SYMBOL).* (?:LETTER|CAPITAL) ([A-Z])$");
    private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();
    private static final int HAN_FIRST = 0x3400;
    private static final int HAN_LAST = 0x9FFF;
    /** Characters already looked up; 0 is not looked up yet. Threads that meet here only look up twice. */
    private static final int[] SIMPLIFIED = new int[HAN_LAST - HAN_FIRST + 1];

    private Spelling() {
    }

    /** @return what is to be read for a character of a text, letters and others; nothing for what has no width */
    static int[] of(int character) {
        if (character < 0x80) {
            return new int[] {UCharacter.toLowerCase(character)};
        }
        if (isCommonChinese(character)) {
            return new int[] {simplified(character)};
        }
        return TAKEN_APART.normalize(ONE_FORM.normalize(Character.toString(character))).codePoints()
                .filter(plain -> UCharacter.getType(plain) != Character.NON_SPACING_MARK)
                .map(plain -> isCommonChinese(plain) ? simplified(plain) : plain < 0x80 || isChinese(plain) ? plain : lookAlike(plain))
                .toArray();
    }

    static boolean isChinese(int letter) {
        return isCommonChinese(letter) || letter > HAN_LAST && UScript.getScript(letter) == UScript.HAN;
    }

    private static boolean isCommonChinese(int letter) {
        return letter >= HAN_FIRST && letter <= HAN_LAST;
    }

    private static int simplified(int character) {
        int known = SIMPLIFIED[character - HAN_FIRST];
        if (known == 0) {
            known = PlainChinese.of(Character.toString(character)).codePointAt(0);
            SIMPLIFIED[character - HAN_FIRST] = known;
        }
        return known;
    }

    /** Letters of other alphabets, small capitals, letters in boxes. */
    private static int lookAlike(int character) {
        Matcher latin = LATIN_LETTER.matcher(String.valueOf(UCharacter.getName(character)));
        if (latin.find()) {
            return UCharacter.toLowerCase(latin.group(1).charAt(0));
        }
        String skeleton = Character.isLetter(character) ? LOOK_ALIKES.getSkeleton(Character.toString(character)) : "";
        return skeleton.length() == 1 && skeleton.charAt(0) < 0x80 ? UCharacter.toLowerCase(skeleton.charAt(0)) : character;
    }
}
