/** What the flows of all kinds of cases have in common: forms, who keeps a case, escalation and supervision. */
@org.springframework.modulith.ApplicationModule(displayName = "Casework", allowedDependencies = {"platform", "identity", "roster", "assignment", "policy", "deadline"})
package org.complaintdesk.casework;
