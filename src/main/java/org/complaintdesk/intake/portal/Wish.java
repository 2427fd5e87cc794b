package org.complaintdesk.intake.portal;

/** What customers most often want. Labels: {@code Wish.*} in the message bundles. */
enum Wish {
    REFUND, RETURN, REPLACEMENT, COMPENSATION, EXPLANATION
}
