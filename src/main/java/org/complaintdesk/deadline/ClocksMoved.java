package org.complaintdesk.deadline;

/**
 * Clocks of a case were started, stopped or moved: timers that follow them have to look again. Published once for each
 * case and transaction, just before the transaction commits and within it, when the engine has written its own rows.
 */
public record ClocksMoved(String caseNumber) {
}
