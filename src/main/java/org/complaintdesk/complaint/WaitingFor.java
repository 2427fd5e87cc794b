package org.complaintdesk.complaint;

/** What a case can wait for from its customer. */
public enum WaitingFor {
    EVIDENCE, PROPOSAL, AGREEMENT, RATING;

    /** @return whether something was laid before the customer that they accept or decline */
    boolean isOffer() {
        return this == PROPOSAL || this == AGREEMENT;
    }
}
