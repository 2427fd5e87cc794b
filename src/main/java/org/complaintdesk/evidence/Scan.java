package org.complaintdesk.evidence;

/** What the virus scanner says of a file. Labels: {@code Scan.*} in the message bundles. */
public enum Scan {

    CLEAN,
    /** There is no scanner, or the file is larger than it takes. */
    NOT_SCANNED,
    /** A virus was found after the file had been taken in; its content is gone. */
    INFECTED,
    /** The scanner did not answer; it is asked again. */
    PENDING;

    /** @return whether the content may be given to whoever may see the case */
    public boolean isGivenOut() {
        return this == CLEAN || this == NOT_SCANNED;
    }
}
