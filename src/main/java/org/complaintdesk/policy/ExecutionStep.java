package org.complaintdesk.policy;

/** The steps by which an agreed remedy is carried out; their order per remedy is the decision table {@code execution}. */
public enum ExecutionStep {
    NONE, RECEIVE_RETURN, EXECUTE, SHIP, CONFIRM_REFUND, SETTLED
}
