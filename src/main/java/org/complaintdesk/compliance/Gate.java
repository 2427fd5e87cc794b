package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Judges a text passage by passage, and each together with its neighbour. */
final class Gate {

    /** Passages with more characters or words between them are no neighbours. */
    private static final int NEIGHBOURHOOD = 40;

    private final Lexicon lexicon;
    private final Function<Signs, Judgement> rules;

    Gate(Lexicon lexicon, Function<Signs, Judgement> rules) {
        this.lexicon = lexicon;
        this.rules = rules;
    }

    private record Judged(Passage passage, Judgement judgement) {

        private boolean isGraver(Judged other) {
            return judgement.verdict().compareTo(other.judgement.verdict()) > 0;
        }

        private boolean isFinding() {
            return judgement.verdict() != Verdict.CLEAR;
        }
    }

    /** @return in the order of the text */
    List<Finding> check(String text) {
        Reading reading = lexicon.read(text);
        Clauses clauses = new Clauses(reading);
        List<Finding> findings = new ArrayList<>();
        Judged last = null;
        for (Passage passage : Passages.of(reading, lexicon.find(reading))) {
            Judged next = judged(passage);
            if (last != null && clauses.between(last.passage.to(), passage.from()) <= NEIGHBOURHOOD) {
                Judged both = judged(last.passage.with(passage));
                if (both.isGraver(last) && both.isGraver(next)) {
                    last = both;
                    continue;
                }
            }
            if (last != null && last.isFinding()) {
                findings.add(finding(reading, last));
            }
            last = next;
        }
        if (last != null && last.isFinding()) {
            findings.add(finding(reading, last));
        }
        return findings;
    }

    private Judged judged(Passage passage) {
        Signs signs = passage.signs();
        return new Judged(passage, signs.areHarmless() ? new Judgement(Verdict.CLEAR, "") : rules.apply(signs));
    }

    private static Finding finding(Reading reading, Judged judged) {
        return new Finding(reading.phrase(judged.passage.from(), judged.passage.to()), judged.judgement.verdict(),
                judged.judgement.rule());
    }
}
