package org.complaintdesk.complaint;

import org.complaintdesk.customer.UpdateKind;

/** What a case can wait for from its customer. */
public enum WaitingFor {
    EVIDENCE(UpdateKind.EVIDENCE_REQUEST), PROPOSAL(UpdateKind.PROPOSAL), AGREEMENT(UpdateKind.AGREEMENT),
    RATING(UpdateKind.SURVEY);

    private final UpdateKind askedBy;

    WaitingFor(UpdateKind askedBy) {
        this.askedBy = askedBy;
    }

    /** @return the message that tells the customer what is asked of them */
    public UpdateKind askedBy() {
        return askedBy;
    }

    /** @return whether something was laid before the customer that they accept or decline */
    public boolean isOffer() {
        return this == PROPOSAL || this == AGREEMENT;
    }
}
