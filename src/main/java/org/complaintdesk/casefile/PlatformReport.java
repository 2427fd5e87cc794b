package org.complaintdesk.casefile;

import java.util.List;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewHappening;

/**
 * What the platform was told about a review, and its answer.
 *
 * @param reference the number of the report at the platform, null when it gave none
 * @param remark    what was noted with the ruling, null when nothing was
 */
record PlatformReport(String reference, String evidence, String remark) {

    /** @return the latest report of the story; null when there is none */
    static PlatformReport of(List<ReviewEvent> story) {
        PlatformReport report = null;
        for (ReviewEvent event : story) {
            if (event.what() == ReviewHappening.REPORTED) {
                report = new PlatformReport(event.details().get("reference"), event.details().get("note"), null);
            } else if (event.what() == ReviewHappening.RULED && report != null) {
                report = new PlatformReport(report.reference, report.evidence, event.details().get("note"));
            }
        }
        return report;
    }
}
