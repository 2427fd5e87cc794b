package org.complaintdesk.insight;

import java.time.LocalDate;
import java.util.Objects;
import org.complaintdesk.platform.CleanText;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which finished cases to list.
 *
 * @param kind    complaints unless it says otherwise
 * @param q       a case or order number; then the period does not count; null for all
 * @param from    the first day on which they were closed; null for the last 30 days
 * @param to      the last day; null for today
 * @param outcome how they ended, a word of {@link Kind#outcomes}; null for any
 * @param after   what the page before gave as {@link FinishedPage#next}; null for the first page
 */
record FinishedQuery(Kind kind, String q, @DateTimeFormat(iso = ISO.DATE) LocalDate from, @DateTimeFormat(iso = ISO.DATE) LocalDate to,
                     String outcome, String after) {

    FinishedQuery {
        kind = Objects.requireNonNullElse(kind, Kind.COMPLAINTS);
        q = CleanText.of(q);
        outcome = CleanText.of(outcome);
        after = CleanText.of(after);
    }
}
