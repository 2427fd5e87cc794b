package org.complaintdesk.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * A page of finished cases.
 *
 * @param from     the first day on which they were closed
 * @param to       the last day
 * @param outcomes what can be chosen
 * @param next     what leads to the page after this one; null on the last
 */
record FinishedPage(Kind kind, LocalDate from, LocalDate to, List<Choice> kinds, List<Choice> outcomes, List<Row> rows, String next) {

    /** Something to choose. */
    record Choice(String value, String label) {
    }

    /** @param took from arrival to the end, in words */
    record Row(String number, String href, String shop, String received, String closed, String took, String outcome) {
    }
}
