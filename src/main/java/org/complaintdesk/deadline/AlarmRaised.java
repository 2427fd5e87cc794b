package org.complaintdesk.deadline;

/** An alarm was raised, in this transaction; not told of those that were only noted as covered. */
public record AlarmRaised(RaisedAlarm alarm) {
}
