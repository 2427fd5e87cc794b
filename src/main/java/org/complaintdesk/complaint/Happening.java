package org.complaintdesk.complaint;

import org.complaintdesk.casework.CaseHappening;

/** What can happen to a complaint; each becomes a line of its timeline. */
public enum Happening implements CaseHappening {
    RECEIVED, RECORDED, TRIAGED(true), DIAGNOSED, EVIDENCE_REQUESTED, EVIDENCE_RECORDED, PROPOSED, APPROVAL_NEEDED(true),
    APPROVED, RETURNED, PRESENTED(true), ACCEPTED, DECLINED, MEDIATION_STARTED, CUSTOMER_HEARD, SHOP_HEARD,
    AGREEMENT_DRAFTED, AGREED, NOT_AGREED, STEP_DONE, RENEGOTIATED, SETTLED(true), REMINDED(true), ESCALATED(true),
    TAKEN_OVER, REASSIGNED, NEW_TIME_PROMISED, AUTHORISED, FOLLOWED_UP, REOPENED(true), CLOSED, TOLD, REVIEW_LINKED,
    CUSTOMER_WROTE, MESSAGE_ANSWERED, CONTACT_CONFIRMED, REMINDED_CUSTOMER(true), SILENCE(true), RATED, WITHDRAWN,
    REOPENING_ASKED, MESSAGE_RESENT, ADDRESS_CORRECTED, MATTER_OPENED, MATTER_CHANGED, MATTER_CLOSED, FIRST_RESPONSE,
    NOT_REACHED(true), HANDED_OVER, DUPLICATE_JOINED, RETURN_OVERDUE(true), ORDER_AMOUNT_CORRECTED;

    private final boolean automatic;

    Happening() {
        this(false);
    }

    Happening(boolean automatic) {
        this.automatic = automatic;
    }

    @Override
    public boolean isAutomatic() {
        return automatic;
    }
}
