package org.complaintdesk.intake.mail;

/** What the receiving server found out about the sender's domain (RFC 8601). */
public enum Authentication {
    PASSED, FAILED, UNKNOWN
}
