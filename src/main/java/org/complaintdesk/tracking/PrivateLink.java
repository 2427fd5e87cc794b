package org.complaintdesk.tracking;

import java.time.Instant;

/**
 * A private link that was given to a customer.
 *
 * @param generation 1 for the link every message carries, more after it was renewed
 * @param replacedAt when a newer one took its place; null while there is none
 */
record PrivateLink(String caseNumber, int generation, Instant createdAt, Instant replacedAt) {

    /** @param closedAt when its case was closed, null while it is open */
    boolean isGood(Instant closedAt, TrackingProperties settings, Instant now) {
        if (replacedAt != null) {
            return false;
        }
        return closedAt == null || now.isBefore(closedAt.plus(settings.validAfterClosing()))
                || generation > 1 && now.isBefore(createdAt.plus(settings.renewedFor()));
    }
}
