package org.complaintdesk.customer;

/** How a customer likes to hear from us. Labels: {@code PreferredContact.*} in the message bundles. */
public enum PreferredContact {
    MAIL, CHAT, PHONE
}
