package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Cuts a text into passages. A frame opens a new one and holds to the end of its clause; a quotation is one by itself. */
final class Passages {

    /** A quotation is somebody's when that is said so close before or behind it. */
    private static final int INTRODUCED_BEFORE = 12;
    private static final int INTRODUCED_BEHIND = 6;

    private static final int COMMAND_REACH = 2;

    private final Clauses clauses;
    private final List<Hit> hits;
    private final List<Quotation> quotations;
    private final Set<Integer> freeSentences = new HashSet<>();
    private final Set<Integer> disownedClauses = new HashSet<>();

    private Passages(Reading reading, List<Hit> hits) {
        this.clauses = new Clauses(reading);
        this.hits = hits;
        TreeSet<Integer> starts = new TreeSet<>();
        TreeSet<Integer> ends = new TreeSet<>();
        for (Hit hit : hits) {
            if (answersWhatWasSaid(hit)) {
                starts.add(hit.from());
            }
            if (hit.mark() == Mark.QUOTED) {
                starts.add(hit.from());
                ends.add(hit.to());
            } else if (hit.mark() == Mark.DISOWNED) {
                disown(hit);
            } else if (hit.mark() == Mark.FREE) {
                freeSentences.add(clauses.sentenceOf(hit.from()));
            }
        }
        this.quotations = reading.quotations().stream().filter(quotation -> quotation.title()
                || isNear(ends.floor(quotation.from()), quotation.from(), INTRODUCED_BEFORE)
                || isNear(quotation.to(), starts.ceiling(quotation.to()), INTRODUCED_BEHIND)).toList();
    }

    /** Such words frame nothing that follows them: they speak of what was said before. */
    private static boolean answersWhatWasSaid(Hit hit) {
        return hit.mark() == Mark.HEARD || hit.mark() == Mark.DISOWNED;
    }

    /** What is called wrong stands before it in its clause or, where that is the beginning of it, in the clause before. */
    private void disown(Hit hit) {
        disownedClauses.add(clauses.of(hit.from()));
        int start = hit.from();
        while (!clauses.begins(start)) {
            start--;
        }
        if (start > 0 && clauses.sentenceOf(start - 1) == clauses.sentenceOf(start)) {
            disownedClauses.add(clauses.of(start - 1));
        }
    }

    private boolean isNear(Integer to, Integer from, int reach) {
        return to != null && from != null && clauses.between(to, from) <= reach;
    }

    /** @return those with a hit, in the order of the text */
    static List<Passage> of(Reading reading, List<Hit> hits) {
        return new Passages(reading, hits).cut();
    }

    private List<Passage> cut() {
        List<Passage> passages = new ArrayList<>();
        Set<Mark> frames = EnumSet.noneOf(Mark.class);
        List<Hit> open = new ArrayList<>();
        int clause = -1;
        int quotation = -1;
        int nextQuotation = 0;
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (answersWhatWasSaid(hit)) {
                continue;
            }
            while (nextQuotation < quotations.size() && quotations.get(nextQuotation).to() <= hit.from()) {
                nextQuotation++;
            }
            int inside = nextQuotation < quotations.size() && quotations.get(nextQuotation).holds(hit.from()) ? nextQuotation : -1;
            if (inside >= 0 && quotations.get(inside).title()) {
                continue;
            }
            boolean newClause = clauses.of(hit.from()) != clause;
            if (newClause || inside != quotation || inside < 0 && hit.mark().isFrame()) {
                close(passages, frames, open);
                open = newClause || inside != quotation ? new ArrayList<>() : lastObject(open);
                frames = newClause ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(frames);
                clause = clauses.of(hit.from());
                if (freeSentences.contains(clauses.sentenceOf(hit.from()))) {
                    frames.add(Mark.FREE);
                }
                if (disownedClauses.contains(clause)) {
                    frames.add(Mark.DISOWNED);
                }
                if (inside >= 0) {
                    frames.add(Mark.QUOTED);
                } else if (quotation >= 0) {
                    frames.remove(Mark.QUOTED);
                }
                quotation = inside;
            }
            if (!hit.mark().isFrame()) {
                open.add(hit);
                if (isCommand(i)) {
                    open.add(new Hit(Mark.ASK, hit.from(), hit.to()));
                }
            } else if (inside < 0) {
                frames.add(hit.mark());
            }
        }
        close(passages, frames, open);
        return passages;
    }

    /** A clause that begins with what is to be done to a review asks for it: 删评价. */
    private boolean isCommand(int index) {
        Hit act = hits.get(index);
        if (act.mark() != Mark.CHANGE && act.mark() != Mark.DELETE || !clauses.begins(act.from())) {
            return false;
        }
        for (int next = index + 1; next < hits.size(); next++) {
            Hit hit = hits.get(next);
            if (hit.from() >= act.to() && !clauses.isWithin(COMMAND_REACH, act.to(), hit.from())) {
                return false;
            }
            if (hit.from() >= act.to() && hit.mark().column() == Mark.Column.OBJECT) {
                return true;
            }
        }
        return false;
    }

    /** What is spoken of goes on when only the way of speaking changes. */
    private static List<Hit> lastObject(List<Hit> hits) {
        List<Hit> last = new ArrayList<>();
        for (int i = hits.size() - 1; i >= 0 && last.isEmpty(); i--) {
            if (hits.get(i).mark().column() == Mark.Column.OBJECT) {
                last.add(hits.get(i));
            }
        }
        return last;
    }

    private static void close(List<Passage> passages, Set<Mark> frames, List<Hit> hits) {
        if (!hits.isEmpty()) {
            passages.add(new Passage(EnumSet.copyOf(frames), hits));
        }
    }
}
