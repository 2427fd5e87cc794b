package org.complaintdesk.complaint;

/** What a customer can do on their case. */
public enum CustomerAction {
    ACCEPT, DECLINE, AGREE, DISAGREE, PROVIDE_EVIDENCE, WRITE, WITHDRAW, RATE, REOPEN, CONFIRM_CONTACT
}
