package org.complaintdesk.insight;

import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Fate;

/** The kinds of cases. Labels: {@code Kind.*} in the message bundles. */
enum Kind {
    COMPLAINTS("complaint", "c.closing", "/cases/", List.of(Closing.values())),
    REVIEWS("review", "coalesce(c.early_end, c.fate)", "/reviews/", Stream.<Enum<?>>concat(Stream.of(Fate.values()), Stream.of(EarlyEnd.values())).toList());

    private final String table;
    private final String outcome;
    private final String pages;
    private final List<? extends Enum<?>> outcomes;

    Kind(String table, String outcome, String pages, List<? extends Enum<?>> outcomes) {
        this.table = table;
        this.outcome = outcome;
        this.pages = pages;
        this.outcomes = outcomes;
    }

    String table() {
        return table;
    }

    /** @return how a case ended, in SQL */
    String outcome() {
        return outcome;
    }

    /** @return the address of a case's page, without its number */
    String pages() {
        return pages;
    }

    List<? extends Enum<?>> outcomes() {
        return outcomes;
    }
}
