package org.complaintdesk.review;

/**
 * What came of contacting the reviewer. {@code REFUSED_CONTACT}: they do not want to be contacted again, from now on and
 * everywhere. {@code NO_CONTACT}: judged without contact.
 */
public enum ContactOutcome {
    GENUINE, MISUNDERSTANDING, RULE_BREAKING, NOT_REACHED, REFUSED_CONTACT, NO_CONTACT
}
