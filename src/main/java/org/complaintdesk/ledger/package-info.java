/** The clocks for people: every due time with its reasons, corrections, the lists of supervisors, the calendar. */
@org.springframework.modulith.ApplicationModule(displayName = "Ledger of clocks", allowedDependencies = {"platform", "identity", "policy", "deadline", "deadline :: calendar", "uptime", "complaint", "forecast"})
package org.complaintdesk.ledger;
