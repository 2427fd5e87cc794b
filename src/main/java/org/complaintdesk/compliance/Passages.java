package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts a text into passages. A frame opens a new one and holds to the end of its clause; a quotation is one by itself. */
final class Passages {

    /** A quotation is somebody's when that is said so close before or behind it. */
    private static final int INTRODUCED_BEFORE = 12;
    private static final int INTRODUCED_BEHIND = 6;

    private static final int COMMAND_REACH = 2;

    private final Reading reading;
    private final Clauses clauses;
    private final List<Hit> hits;
    private final List<Quotation> quotations;
    private final Set<Integer> freeSentences = new HashSet<>();

    private Passages(Reading reading, List<Hit> hits) {
        this.reading = reading;
        this.clauses = new Clauses(reading);
        this.hits = hits;
        this.quotations = reading.quotations().stream().filter(quotation -> quotation.title() || isIntroduced(quotation)).toList();
        hits.stream().filter(hit -> hit.mark() == Mark.FREE).forEach(hit -> freeSentences.add(clauses.sentenceOf(hit.from())));
    }

    /** @return those with a hit, in the order of the text */
    static List<Passage> of(Reading reading, List<Hit> hits) {
        return new Passages(reading, hits).cut();
    }

    private boolean isIntroduced(Quotation quotation) {
        return hits.stream().filter(hit -> hit.mark() == Mark.QUOTED).anyMatch(hit ->
                hit.to() <= quotation.from() && clauses.between(hit.to(), quotation.from()) <= INTRODUCED_BEFORE
                        || hit.from() >= quotation.to() && clauses.between(quotation.to(), hit.from()) <= INTRODUCED_BEHIND);
    }

    private List<Passage> cut() {
        List<Passage> passages = new ArrayList<>();
        Set<Mark> frames = EnumSet.noneOf(Mark.class);
        List<Hit> open = new ArrayList<>();
        int clause = -1;
        int quotation = -1;
        int nextQuotation = 0;
        for (Hit hit : hits) {
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
                open = newClause || inside != quotation ? new ArrayList<>() : objects(open);
                frames = newClause ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(frames);
                clause = clauses.of(hit.from());
                if (freeSentences.contains(clauses.sentenceOf(hit.from()))) {
                    frames.add(Mark.FREE);
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
                if (isCommand(hit)) {
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
    private boolean isCommand(Hit act) {
        return (act.mark() == Mark.CHANGE || act.mark() == Mark.DELETE) && clauses.begins(act.from())
                && hits.stream().anyMatch(hit -> hit.mark().column() == Mark.Column.OBJECT && hit.from() >= act.to()
                && clauses.isWithin(COMMAND_REACH, act.to(), hit.from()));
    }

    /** What is spoken of goes on when only the way of speaking changes. */
    private static List<Hit> objects(List<Hit> hits) {
        return hits.stream().filter(hit -> hit.mark().column() == Mark.Column.OBJECT).collect(Collectors.toCollection(ArrayList::new));
    }

    private static void close(List<Passage> passages, Set<Mark> frames, List<Hit> hits) {
        if (!hits.isEmpty()) {
            passages.add(new Passage(EnumSet.copyOf(frames), hits));
        }
    }
}
