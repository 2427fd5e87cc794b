package org.complaintdesk.forecast;

import java.time.Instant;
import org.complaintdesk.complaint.Stage;

/**
 * A stay in a stage, as the timeline tells it.
 *
 * @param until null while it lasts
 */
record StageVisit(Stage stage, Instant from, Instant until) {
}
