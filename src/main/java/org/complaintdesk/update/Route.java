package org.complaintdesk.update;

/** How an update reaches its reader: by mail, told by an agent, or only kept on the case. */
public enum Route {
    MAIL, TELL, KEEP
}
