package org.complaintdesk.update;

/**
 * What became of an update. REJECTED: the address was refused and nobody told the reader otherwise. BOUNCED: the mail came
 * back later; the reader may still be told otherwise.
 */
public enum UpdateState {
    PENDING, SENT, TOLD, KEPT, REJECTED, BOUNCED
}
