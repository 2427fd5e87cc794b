package org.complaintdesk.complaint;

/** What policy does when a customer does not answer: decision table {@code customer-silence}. */
public enum Silence {
    /** The offer counts as accepted. */
    ACCEPT,
    /** The case is closed and can be reopened. */
    CLOSE,
    /** The case goes on without what the customer was asked for. */
    GO_ON,
    /** A person goes on asking; policy decides nothing any more. */
    KEEP_ASKING
}
