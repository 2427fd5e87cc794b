package org.complaintdesk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * One invented case of {@code demo/complaints.json}.
 *
 * @param title       what the case shows, for whoever reads the file
 * @param stage       the task definition key at which the case waits when it has been walked, or {@code Closed}
 * @param occurred    how long before the start of the demo the problem occurred
 * @param orderAmount yuan, null when unknown; known to the agent only
 * @param steps       what the people enter on the way, by task definition key, in the fields of that task's form
 * @param complaint   as in {@code POST /api/complaints}, without {@code occurredAt}
 */
record DemoComplaint(String title, String stage, Duration occurred, BigDecimal orderAmount, JsonNode steps, ObjectNode complaint) {

    /** The body of {@code POST /api/complaints}. */
    ObjectNode request(Clock clock) {
        return complaint.deepCopy().put("occurredAt", clock.instant().minus(occurred).truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
