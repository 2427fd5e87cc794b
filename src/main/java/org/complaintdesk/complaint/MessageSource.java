package org.complaintdesk.complaint;

/** Which way a message came. */
public enum MessageSource {
    /** The customer wrote it on the page of their case. */
    PAGE,
    /** It came by mail. */
    MAIL,
    /** The desk answered. */
    DESK
}
