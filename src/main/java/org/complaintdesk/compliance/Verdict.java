package org.complaintdesk.compliance;

/** What the gate says of a text, mildest first: it may go out, somebody else has to look at it first, it may not go out. */
public enum Verdict {
    CLEAR, BORDERLINE, FORBIDDEN
}
