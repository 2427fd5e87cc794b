package org.complaintdesk.review;

/** Where a review's case stands. */
public enum ReviewStage {
    RECEIVED, CONTACTING, AWAITING_COMPLAINT, REPORTING, AWAITING_RULING, REPLYING, AWAITING_APPROVAL, RECORDING, CLOSED
}
