package org.complaintdesk.review;

import org.complaintdesk.casework.CaseHappening;

/** What can happen to a review's case; each becomes a line of its timeline. */
public enum ReviewHappening implements CaseHappening {
    RECEIVED, REVIEW_CHANGED(true), TRIAGED(true), JUDGED, CONTACTED, COMPLAINT_OPENED, COMPLAINT_LINKED,
    COMPLAINT_MERGED(true), COMPLAINT_CONCLUDED(true), REPORTED, NOT_REPORTED, RULED, REPLY_NEXT(true), REPLY_DRAFTED,
    APPROVAL_NEEDED(true), APPROVED, RETURNED, NOT_REPLYING, REPLY_REFUSED, CONCLUDED, LEARNT, REMINDED(true),
    ESCALATED(true), TAKEN_OVER, REASSIGNED, NEW_TIME_PROMISED, TOLD, REVIEWER_WROTE, ENDED_EARLY, HANDED_OVER;

    private final boolean automatic;

    ReviewHappening() {
        this(false);
    }

    ReviewHappening(boolean automatic) {
        this.automatic = automatic;
    }

    @Override
    public boolean isAutomatic() {
        return automatic;
    }
}
