package org.complaintdesk.complaint;

/** How an {@link OutsideMatter} ended. */
public enum MatterOutcome {
    FOR_US, PARTLY_FOR_US, AGAINST_US, AGREED, DROPPED, NO_ANSWER
}
