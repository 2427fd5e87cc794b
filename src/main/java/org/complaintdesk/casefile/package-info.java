/** The whole story of one case for staff, be it a complaint or a bad review. */
@org.springframework.modulith.ApplicationModule(displayName = "Case file", allowedDependencies = {"platform", "identity", "audit", "casework", "customer", "policy", "complaint", "ledger", "review", "update", "evidence", "forecast"})
package org.complaintdesk.casefile;
