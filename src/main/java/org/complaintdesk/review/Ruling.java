package org.complaintdesk.review;

/** What the platform decided about a review that was reported to it. */
public enum Ruling {
    REMOVED, NOT_REMOVED, NO_ANSWER
}
