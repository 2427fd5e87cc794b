package org.complaintdesk.deadline;

/** Where a year is known from. Labels: {@code HolidaySource.*} in the message bundles. */
public enum HolidaySource {
    /** It came with the desk. */
    BROUGHT,
    /** From the folder of the settings. */
    FOLDER,
    /** Somebody published it on the page. */
    PUBLISHED
}
