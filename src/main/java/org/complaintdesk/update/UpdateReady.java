package org.complaintdesk.update;

/** An update is worded; delivery starts in the same transaction. */
public record UpdateReady(String key, String caseNumber) {
}
