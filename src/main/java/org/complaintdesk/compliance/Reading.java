package org.complaintdesk.compliance;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.words.PlainChinese;

/**
 * A text as a reader takes it in, whatever its writer did to it: letters and digits only, in one spelling, each with its
 * place in the text. What stands between them is a {@link Gap}.
 */
final class Reading {

    /** What stands between two letters. */
    enum Gap {
        /** Nothing. */
        NONE,
        /** A blank, an emoji or another sign: the sentence goes on. */
        BLANK,
        /** It may be the end of a clause, but a word can go on behind it. */
        PAUSE,
        /** The end of a clause; no word goes on behind it. */
        END,
        /** The end of a sentence. */
        STOP
    }

    private static final Normalizer2 ONE_FORM = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFKDInstance();
    private static final Pattern LATIN_LETTER = Pattern.compile("(?:LATIN|SYMBOL).* (?:LETTER|CAPITAL) ([A-Z])$");
    private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();
    private static final String CLAUSE_ENDS = "，,；;：:…";
    private static final String SENTENCE_ENDS = "。｡．!！?？\n\r";
    private static final String OPENING = "“「『\"＂《";
    private static final String CLOSING = "”」』\"＂》";
    private static final int TITLE_END = '》';
    private static final int HAN_FIRST = 0x3400;
    private static final int HAN_LAST = 0x9FFF;
    /** Simplified characters already looked up; 0 is not looked up yet. Races only look up twice. */
    private static final int[] SIMPLIFIED = new int[HAN_LAST - HAN_FIRST + 1];
    /** Blanks between stretches of at least so many characters are taken for commas. */
    private static final int STRETCH = 4;

    private final String text;
    private int size;
    private int[] letters = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private Gap[] gaps = new Gap[64];
    private final List<Quotation> quotations = new ArrayList<>();
    private int[] chineseWords;
    private int[] behindSigns;

    private Reading(String text) {
        this.text = text;
    }

    /** @param signs which characters count although they are neither letters nor digits */
    static Reading of(String text, IntPredicate signs) {
        Reading reading = new Reading(text);
        reading.read(signs);
        reading.settleGaps();
        return reading;
    }

    int size() {
        return size;
    }

    int letter(int index) {
        return letters[index];
    }

    /** What stands before this letter; before the first one a text begins. */
    Gap gapBefore(int index) {
        return index == 0 ? Gap.STOP : gaps[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    int[] letters() {
        return Arrays.copyOf(letters, size);
    }

    List<Quotation> quotations() {
        return quotations;
    }

    /** @return the stretch of the text from one letter to before another, as it stands there */
    String phrase(int from, int to) {
        return text.substring(starts[from], ends[to - 1]);
    }

    boolean isChinese(int index) {
        return isChineseLetter(letters[index]);
    }

    boolean isLatin(int index) {
        return letters[index] >= 'a' && letters[index] <= 'z';
    }

    boolean isSign(int index) {
        return !Character.isLetterOrDigit(letters[index]);
    }

    /** @return the next place at or behind this one that is no sign, or where no word goes on */
    int behindSigns(int index) {
        if (behindSigns == null) {
            behindSigns = new int[size];
            for (int i = size - 1; i >= 0; i--) {
                boolean goesOn = isSign(i) && i + 1 < size && gapBefore(i + 1).compareTo(Gap.END) < 0;
                behindSigns[i] = goesOn ? behindSigns[i + 1] : isSign(i) ? i + 1 : i;
            }
        }
        return behindSigns[index];
    }

    /** Letters of other scripts and digits make words of several letters; each Chinese character may be one. */
    boolean startsWord(int index) {
        return index == 0 || gaps[index] != Gap.NONE || kind(index) == 0 || kind(index) != kind(index - 1);
    }

    boolean endsWord(int index) {
        return index == size - 1 || startsWord(index + 1);
    }

    /** @return whether this character is no part of a longer Chinese word */
    boolean standsAlone(int index) {
        int[] words = chineseWords();
        return !(index > 0 && words[index - 1] == words[index] || index + 1 < size && words[index + 1] == words[index]);
    }

    /** @return whether a Chinese word begins before this letter and goes on behind it */
    boolean tearsWord(int index) {
        int[] words = chineseWords();
        return index > 0 && index < size && words[index - 1] == words[index];
    }

    private int kind(int index) {
        int letter = letters[index];
        if (isChineseLetter(letter) || isSign(index)) {
            return 0;
        }
        return Character.isDigit(letter) ? 1 : 2;
    }

    private void read(IntPredicate signs) {
        Gap gap = Gap.NONE;
        int opened = -1;
        int closing = 0;
        for (int at = 0, next; at < text.length(); at = next) {
            int character = text.codePointAt(at);
            next = at + Character.charCount(character);
            int before = size;
            if (opened >= 0 && character == closing) {
                if (size > opened) {
                    quotations.add(new Quotation(opened, size, character == TITLE_END));
                }
                opened = -1;
            } else if (opened < 0 && OPENING.indexOf(character) >= 0) {
                opened = size;
                closing = CLOSING.codePointAt(OPENING.indexOf(character));
            }
            if (character < 0x80) {
                add(UCharacter.toLowerCase(character), at, next, gap, signs);
            } else if (character >= HAN_FIRST && character <= HAN_LAST) {
                add(simplified(character), at, next, gap, signs);
            } else {
                for (int plain : plain(character)) {
                    add(plain, at, next, size == before ? gap : Gap.NONE, signs);
                }
            }
            if (size > before) {
                gap = Gap.NONE;
            } else if (UCharacter.getType(character) != Character.NON_SPACING_MARK && !ONE_FORM.normalize(
                    Character.toString(character)).isEmpty()) {
                Gap here = gap(character, at, next);
                gap = here.compareTo(gap) > 0 ? here : gap;
            }
        }
    }

    private void add(int letter, int start, int end, Gap gap, IntPredicate signs) {
        if (!Character.isLetterOrDigit(letter) && !signs.test(letter)) {
            return;
        }
        if (size == letters.length) {
            letters = Arrays.copyOf(letters, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            gaps = Arrays.copyOf(gaps, size * 2);
        }
        letters[size] = letter;
        starts[size] = start;
        ends[size] = end;
        gaps[size] = gap;
        size++;
    }

    private Gap gap(int character, int at, int next) {
        boolean betweenDigits = at > 0 && next < text.length() && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(next));
        if (character == '.' && !betweenDigits) {
            return next < text.length() && isChineseLetter(text.charAt(next)) ? Gap.PAUSE : Gap.STOP;
        }
        if (SENTENCE_ENDS.indexOf(character) >= 0) {
            return Gap.STOP;
        }
        return CLAUSE_ENDS.indexOf(character) >= 0 && !betweenDigits ? Gap.END : Gap.BLANK;
    }

    /** Single characters with something between each of them are one word drawn apart, whatever the something is. */
    private void settleGaps() {
        int runStart = 0;
        int lastRun = 0;
        for (int i = 1; i <= size; i++) {
            if (i < size && gaps[i] == Gap.NONE) {
                continue;
            }
            int run = i - runStart;
            if (runStart > 0) {
                gaps[runStart] = settled(gaps[runStart], runStart, lastRun, run);
            }
            lastRun = run;
            runStart = i;
        }
    }

    private Gap settled(Gap gap, int index, int before, int after) {
        if (gap.compareTo(Gap.PAUSE) >= 0 && before == 1 && after == 1) {
            return Gap.BLANK;
        }
        boolean betweenChinese = isChinese(index) && isChinese(index - 1);
        return gap == Gap.BLANK && betweenChinese && before >= STRETCH && after >= STRETCH ? Gap.PAUSE : gap;
    }

    private int[] chineseWords() {
        if (chineseWords == null) {
            chineseWords = new int[size];
            StringBuilder plain = new StringBuilder();
            int[] indexes = new int[3 * size];
            for (int i = 0; i < size; i++) {
                if (gapBefore(i).compareTo(Gap.PAUSE) >= 0) {
                    indexes[plain.length()] = i;
                    plain.append(' ');
                }
                int from = plain.length();
                plain.appendCodePoint(letters[i]);
                Arrays.fill(indexes, from, plain.length(), i);
            }
            BreakIterator words = BreakIterator.getWordInstance(Locale.CHINA);
            words.setText(plain.toString());
            for (int start = words.first(), end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
                for (int i = start; i < end; i++) {
                    chineseWords[indexes[i]] = end;
                }
            }
        }
        return chineseWords;
    }

    private static boolean isChineseLetter(int letter) {
        return letter >= HAN_FIRST && (letter <= HAN_LAST || UScript.getScript(letter) == UScript.HAN);
    }

    private static int simplified(int character) {
        int known = SIMPLIFIED[character - HAN_FIRST];
        if (known == 0) {
            known = PlainChinese.of(Character.toString(character)).codePointAt(0);
            SIMPLIFIED[character - HAN_FIRST] = known;
        }
        return known;
    }

    /** One spelling of any other character: full-width, circled, accented, look-alikes from other alphabets ... */
    private static int[] plain(int character) {
        return TAKEN_APART.normalize(ONE_FORM.normalize(Character.toString(character))).codePoints()
                .filter(plain -> UCharacter.getType(plain) != Character.NON_SPACING_MARK)
                .map(plain -> {
                    if (isChineseLetter(plain)) {
                        return plain >= HAN_FIRST && plain <= HAN_LAST ? simplified(plain) : plain;
                    }
                    return plain < 0x80 ? plain : lookAlike(plain);
                }).toArray();
    }

    /** Letters of other alphabets, small capitals, letters in boxes. */
    private static int lookAlike(int character) {
        String name = String.valueOf(UCharacter.getName(character));
        Matcher latin = LATIN_LETTER.matcher(name);
        if (latin.find()) {
            return UCharacter.toLowerCase(latin.group(1).charAt(0));
        }
        String skeleton = Character.isLetter(character) ? LOOK_ALIKES.getSkeleton(Character.toString(character)) : "";
        return skeleton.length() == 1 && skeleton.charAt(0) < 0x80 ? UCharacter.toLowerCase(skeleton.charAt(0)) : character;
    }
}
