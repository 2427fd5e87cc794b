package org.complaintdesk.review;

/** What can happen to a review's case; each becomes a line of its timeline. */
public enum ReviewHappening {
    RECEIVED, REVIEW_CHANGED(true), TRIAGED(true), CONTACTED, COMPLAINT_OPENED, COMPLAINT_LINKED,
    COMPLAINT_CONCLUDED(true), REPORTED, NOT_REPORTED, RULED, REPLY_NEXT(true), REPLY_DRAFTED, APPROVAL_NEEDED(true),
    APPROVED, RETURNED, NOT_REPLYING, REPLY_REFUSED, CONCLUDED, LEARNT, REMINDED(true), ESCALATED(true), TAKEN_OVER,
    REASSIGNED, NEW_TIME_PROMISED, TOLD, ENDED_EARLY;

    private final boolean automatic;

    ReviewHappening() {
        this(false);
    }

    ReviewHappening(boolean automatic) {
        this.automatic = automatic;
    }

    /** @return whether the process itself does it, whoever's work led to it */
    boolean isAutomatic() {
        return automatic;
    }
}
