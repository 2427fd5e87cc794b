package org.complaintdesk.deadline;

/**
 * What the table says of a clock of a case.
 *
 * @param follow whether running clocks take this over when it is a new version
 */
record ServiceLevel(Terms terms, OnBreach onBreach, Reopening onReopen, boolean follow, String tableVersion) {
}
