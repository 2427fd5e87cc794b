package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintdesk.compliance.Mark.Column;

/**
 * A stretch of a clause that is said in one way.
 *
 * @param frames how it is said: as a quotation, a denial, about ourselves ...
 * @param hits   the words in it, in their order, without those that are frames
 */
record Passage(Set<Mark> frames, List<Hit> hits) {

    private static final Set<Mark> NOT_MEANT = EnumSet.of(Mark.DISOWNED, Mark.FREE, Mark.NEGATED, Mark.QUOTED);
    private static final Set<Column> WANTING =
            EnumSet.of(Column.TONE, Column.OFFER, Column.CONDITION, Column.PRESSURE, Column.CONTACT);
    private static final Set<Column> SPOKEN_OF = EnumSet.of(Column.OBJECT, Column.REFUSAL);

    Signs signs() {
        return Signs.of(Stream.concat(hits.stream().map(Hit::mark), frames.stream()).toList());
    }

    /**
     * Two neighbours as one: one names the review, the other says what is to become of it and that this is wanted. What is
     * quoted or denied only tells what is spoken of; so does what we do ourselves, unless it is an offer or a threat.
     */
    Passage with(Passage next) {
        List<Hit> both = new ArrayList<>(said());
        both.addAll(next.said());
        Set<Mark> thanks = EnumSet.noneOf(Mark.class);
        if (frames.contains(Mark.THANKS) || next.frames.contains(Mark.THANKS)) {
            thanks.add(Mark.THANKS);
        }
        if (isOnlyMentionedBeside(next) || next.isOnlyMentionedBeside(this)) {
            thanks.add(Mark.THANKS);
        }
        boolean wanted = both.stream().anyMatch(hit -> WANTING.contains(hit.mark().column()));
        boolean acts = wanted && both.stream().anyMatch(hit -> hit.mark().column() == Column.ACT);
        return new Passage(thanks, both.stream().filter(hit -> acts
                || hit.mark().column() != Column.ACT && hit.mark().column() != Column.TONE).toList());
    }

    /** Whether this speaks of what somebody wrote, and the other one offers something without a word of any review. */
    private boolean isOnlyMentionedBeside(Passage other) {
        return frames.contains(Mark.QUOTED) && other.hits.stream().noneMatch(hit -> hit.mark().column() == Column.OBJECT
                || hit.mark().column() == Column.ACT || hit.mark().column() == Column.CONDITION);
    }

    private List<Hit> said() {
        if (frames.stream().anyMatch(NOT_MEANT::contains)) {
            return hits.stream().filter(hit -> SPOKEN_OF.contains(hit.mark().column())).toList();
        }
        return frames.contains(Mark.OWN)
                ? hits.stream().filter(hit -> hit.mark().column() != Column.ACT && hit.mark().column() != Column.TONE).toList()
                : hits;
    }

    int from() {
        return hits.get(0).from();
    }

    int to() {
        return hits.stream().mapToInt(Hit::to).max().orElseThrow();
    }
}
