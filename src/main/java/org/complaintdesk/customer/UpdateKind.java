package org.complaintdesk.customer;

/** The occasions on which a customer hears from us; one template each. */
public enum UpdateKind {
    ACKNOWLEDGEMENT, EVIDENCE_REQUEST, PROPOSAL, PROGRESS, DELAY_APOLOGY, NEW_TIME, AGREEMENT, REOPENED, RESULT,
    NOT_AGREED, WITHDRAWN, DUPLICATE, REVIEW_CONTACT, CUSTOMER_REMINDER, ANSWER, NO_ANSWER, SURVEY, SURVEY_REMINDER, NEW_LINK
}
