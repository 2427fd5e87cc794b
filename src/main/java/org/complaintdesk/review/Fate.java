package org.complaintdesk.review;

/** What became of the review itself, by its writer's own will or the platform's decision. */
public enum Fate {
    UNCHANGED, CHANGED_BY_CUSTOMER, REMOVED_BY_CUSTOMER, REMOVED_BY_PLATFORM
}
