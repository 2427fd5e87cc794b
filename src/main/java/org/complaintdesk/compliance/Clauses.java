package org.complaintdesk.compliance;

/** Which clause each letter of a reading belongs to, and how far letters are from each other. */
final class Clauses {

    private final int[] clauses;
    private final int[] sentences;
    private final int[] units;

    Clauses(Reading reading) {
        clauses = new int[reading.size()];
        sentences = new int[reading.size()];
        units = new int[reading.size() + 1];
        int clause = -1;
        int sentence = -1;
        for (int i = 0; i < reading.size(); i++) {
            if (reading.gapBefore(i).compareTo(Reading.Gap.PAUSE) >= 0) {
                clause++;
            }
            if (reading.gapBefore(i) == Reading.Gap.STOP) {
                sentence++;
            }
            clauses[i] = clause;
            sentences[i] = sentence;
            units[i + 1] = units[i] + (reading.startsWord(i) ? 1 : 0);
        }
    }

    int of(int index) {
        return clauses[index];
    }

    int sentenceOf(int index) {
        return sentences[index];
    }

    boolean begins(int index) {
        return index == 0 || clauses[index - 1] != clauses[index];
    }

    /** How many Chinese characters or words of other languages stand between. */
    int between(int to, int from) {
        return units[from] - units[to];
    }

    /** @return whether both are in one clause with at most so many characters or words between */
    boolean isWithin(int reach, int to, int from) {
        return between(to, from) <= reach && clauses[to - 1] == clauses[from];
    }
}
