package org.complaintdesk.intake.mail;

/**
 * What sort of mail it is, by its header and build. A person wrote it; a program answered or wrote by itself; it went to
 * many; it says that a mail of ours did not arrive; it cannot be read.
 */
public enum Nature {
    PERSONAL, AUTOMATIC, BULK, RETURNED, UNREADABLE
}
