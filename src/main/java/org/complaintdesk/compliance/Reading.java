package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

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

    private static final String CLAUSE_ENDS = "，,；;：:…";
    private static final String SENTENCE_ENDS = "。｡．!！?？\n\r";
    private static final String OPENING = "“「『\"＂《";
    private static final String CLOSING = "”」』\"＂》";
    private static final int TITLE_END = '》';
    /** Blanks between stretches of at least so many characters are taken for commas. */
    private static final int STRETCH = 4;

    private final String text;
    private int size;
    private int[] letters = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private Gap[] gaps = new Gap[64];
    private final List<Quotation> quotations = new ArrayList<>();
    private ChineseWords chineseWords;
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
        return Spelling.isChinese(letters[index]);
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

    /** What a dictionary makes of the Chinese in it; looked up when first asked for. */
    ChineseWords chineseWords() {
        if (chineseWords == null) {
            chineseWords = new ChineseWords(this);
        }
        return chineseWords;
    }

    private int kind(int index) {
        int letter = letters[index];
        if (Spelling.isChinese(letter) || isSign(index)) {
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
            int[] spelling = Spelling.of(character);
            for (int letter : spelling) {
                add(letter, at, next, size == before ? gap : Gap.NONE, signs);
            }
            if (size > before) {
                gap = Gap.NONE;
            } else if (spelling.length > 0) {
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
            return next < text.length() && Spelling.isChinese(text.charAt(next)) ? Gap.PAUSE : Gap.STOP;
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
}
