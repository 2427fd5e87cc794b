package org.complaintdesk.update;

/** How an agent told the customer. */
public enum ToldVia {
    CHAT, PHONE, OTHER
}
