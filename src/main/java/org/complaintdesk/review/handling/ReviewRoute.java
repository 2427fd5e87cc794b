package org.complaintdesk.review.handling;

/** The one word a gateway of the review flow reads. */
enum ReviewRoute {
    TRY_AGAIN, GENUINE, RULE_BREAKING, REPLY, AWAIT_COMPLAINT, COMPLAINT_OVER, REPORTED, NOT_REPORTED, REMOVED, NOT_REMOVED,
    WINDOW_OPEN, WINDOW_CLOSED, NO_APPROVAL, APPROVAL, APPROVED, RETURNED, CONCLUDED, REWRITE
}
