package org.complaintdesk.policy;

/** What a bad review is about. Labels: {@code ReviewKind.*} in the message bundles. */
public enum ReviewKind {
    PRODUCT, LOGISTICS, SERVICE, PRICE, MISTAKEN, MALICIOUS, OTHER
}
