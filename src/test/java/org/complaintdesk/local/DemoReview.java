package org.complaintdesk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * One invented review of {@code demo/reviews.json}.
 *
 * @param title   what the case shows, for whoever reads the file
 * @param stage   the activity at which the case waits when it has been walked, or {@code Closed}
 * @param posted  how long before the start of the demo the review appeared
 * @param arrived how long before the start of the demo the desk took it in
 * @param steps   what the people enter on the way, by task definition key, in the fields of that task's form
 * @param review  as in {@code POST /api/reviews}, without {@code postedAt}
 */
record DemoReview(String title, String stage, Duration posted, Duration arrived, JsonNode steps, ObjectNode review) {

    /** The body of {@code POST /api/reviews}. */
    ObjectNode request(Clock clock) {
        return review.deepCopy().put("postedAt", clock.instant().minus(posted).truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
