package org.complaintdesk.complaint;

/** What became of something a customer did. */
public enum Answered {
    /** It counts, and whoever works on the case knows. */
    DONE,
    /** It was said before, by this customer or by whoever noted it for them; saying it again changed nothing. */
    ALREADY,
    /** The case has gone on: it was answered otherwise, taken back, or has ended. Nothing changed. */
    TOO_LATE,
    /** The case is not waiting for this. Nothing changed. */
    NOT_POSSIBLE
}
