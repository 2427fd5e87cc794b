package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.List;

/** Where syllables may stand in runs of Latin letters that are pinyin from beginning to end. */
final class PinyinRuns {

    private final Reading reading;
    private int start;
    private int end;
    /** Whether the letters from the run's start to here, and from here to its end, are whole syllables. */
    private boolean[] begun = {};
    private boolean[] ends = {};

    PinyinRuns(Reading reading) {
        this.reading = reading;
    }

    /** @param at a Latin letter; asked in ascending order within a run, runs are not looked at twice */
    List<String> syllablesAt(int at) {
        if (at < start || at >= end) {
            lookAtRunAround(at);
        }
        List<String> syllables = new ArrayList<>(2);
        if (begun[at - start]) {
            StringBuilder letters = new StringBuilder(Pinyin.LONGEST);
            for (int i = at; i < end && letters.length() < Pinyin.LONGEST; i++) {
                letters.append((char) reading.letter(i));
                if (ends[i + 1 - start] && Pinyin.isSyllable(letters.toString())) {
                    syllables.add(letters.toString());
                }
            }
        }
        return syllables;
    }

    private void lookAtRunAround(int at) {
        start = at;
        while (start > 0 && reading.isLatin(start - 1) && !reading.startsWord(start)) {
            start--;
        }
        end = at + 1;
        while (end < reading.size() && reading.isLatin(end) && !reading.startsWord(end)) {
            end++;
        }
        int length = end - start;
        begun = new boolean[length + 1];
        ends = new boolean[length + 1];
        begun[0] = true;
        ends[length] = true;
        for (int i = 0; i < length; i++) {
            for (int j = i + 1; begun[i] && j <= Math.min(length, i + Pinyin.LONGEST); j++) {
                begun[j] |= isSyllable(i, j);
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            for (int j = i + 1; j <= Math.min(length, i + Pinyin.LONGEST) && !ends[i]; j++) {
                ends[i] = ends[j] && isSyllable(i, j);
            }
        }
    }

    private boolean isSyllable(int from, int to) {
        StringBuilder letters = new StringBuilder(Pinyin.LONGEST);
        for (int i = from; i < to; i++) {
            letters.append((char) reading.letter(start + i));
        }
        return Pinyin.isSyllable(letters.toString());
    }
}
