package org.complaintdesk.update;

/** How an update reaches its reader: by mail, told by an agent, only kept on the case, or by mail but later. */
public enum Route {
    MAIL, TELL, KEEP, WAIT
}
