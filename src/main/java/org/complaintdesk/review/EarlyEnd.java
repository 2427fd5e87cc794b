package org.complaintdesk.review;

/** Why a review's case ends before its flow does. */
public enum EarlyEnd {
    REVIEW_GONE, DUPLICATE, TAKEN_IN_BY_MISTAKE
}
