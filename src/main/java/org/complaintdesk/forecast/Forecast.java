package org.complaintdesk.forecast;

import java.time.Duration;
import java.time.Instant;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.policy.Category;

/**
 * What is forecast of an open case. All durations are running time of its settlement clock; all figures are counts among
 * similar stays and what follows from them.
 *
 * @param category null while the case has none
 * @param spent    in this stage
 * @param left     until the settlement is due; negative when that is past
 * @param waiting  whether the clock waits for the customer or someone outside: then nobody knows when it ends, only how
 *                 much is to be done afterwards
 * @param similar  how many stays it is compared with; how many there are at all when that is too few
 * @param late     how many of them needed more than is left; null when there are too few
 * @param longest  whether the case has stayed longer than nearly all, so that the longest stand for it
 * @param chance   of a breach, 0 to 1; null when there are too few
 * @param likely   what half of them needed at most from here; null when there are too few
 * @param safe     what four in five needed at most from here; null when there are too few
 * @param likelyAt when that is, pauses to come aside; null while it waits
 * @param safeAt   when that is, pauses to come aside; null while it waits
 */
public record Forecast(Stage stage, Category category, Duration spent, Duration left, boolean waiting, Basis basis,
                       int similar, Integer late, boolean longest, Double chance, Risk risk, Duration likely, Duration safe,
                       Instant likelyAt, Instant safeAt) {

    /** @return whether anything is said beyond why nothing can be */
    public boolean isKnown() {
        return chance != null;
    }

    public boolean isOverdue() {
        return left.isNegative();
    }

    /** @return the chance in whole per cent; null when nothing is known */
    public Integer percent() {
        return chance == null ? null : (int) Math.round(100 * chance);
    }
}
