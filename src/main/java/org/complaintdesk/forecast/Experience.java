package org.complaintdesk.forecast;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.policy.Category;

/**
 * What was learned from finished cases. Running times are compared only where they were measured on calendars of one
 * name: three hours of service are not three hours of the clock.
 */
final class Experience {

    private static final SimilarStays NONE = new SimilarStays(List.of());

    private final Map<Situation, SimilarStays> stays = new HashMap<>();

    /**
     * A kind of stay.
     *
     * @param category null for all of them
     */
    record Situation(String calendar, Stage stage, Category category) {

        Situation anyCategory() {
            return new Situation(calendar, stage, null);
        }
    }

    /** @param estimate null when there is too little to say anything */
    record Finding(Basis basis, int known, Estimate estimate) {
    }

    Experience(Map<Situation, ? extends Collection<Stay>> known) {
        known.forEach((situation, those) -> stays.put(situation, new SimilarStays(those)));
    }

    /**
     * Stays of the category before those of all, and those that lasted as long before those that lasted longest.
     *
     * @param situation without a category as long as nobody has given the case one
     * @param spent     how long the case has been in the stage
     * @param left      until its due moment; negative when that is past
     */
    Finding about(Situation situation, Duration spent, Duration left) {
        // Seconds are the desk's own: a clock waits a moment after its case does.
        Duration lasted = spent.truncatedTo(ChronoUnit.MINUTES);
        Duration toGo = left.plus(spent.minus(lasted));
        SimilarStays ofCategory = situation.category() == null ? NONE : stays.getOrDefault(situation, NONE);
        SimilarStays ofStage = stays.getOrDefault(situation.anyCategory(), NONE);
        return found(Basis.CATEGORY_AND_STAGE, ofCategory, ofCategory.lastingAsLong(lasted, toGo))
                .or(() -> found(Basis.STAGE, ofStage, ofStage.lastingAsLong(lasted, toGo)))
                .or(() -> found(Basis.CATEGORY_AND_STAGE, ofCategory, ofCategory.lastingLongest(lasted, toGo)))
                .or(() -> found(Basis.STAGE, ofStage, ofStage.lastingLongest(lasted, toGo)))
                .orElse(new Finding(Basis.TOO_FEW, ofStage.size(), null));
    }

    private static Optional<Finding> found(Basis basis, SimilarStays stays, Optional<Estimate> estimate) {
        return estimate.map(said -> new Finding(basis, stays.size(), said));
    }
}
