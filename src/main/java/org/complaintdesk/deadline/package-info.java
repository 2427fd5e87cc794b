/** What is due when, and why: the clocks of cases, and the times of tasks. */
@org.springframework.modulith.ApplicationModule(displayName = "Deadlines", allowedDependencies = {"platform", "policy", "audit"})
package org.complaintdesk.deadline;
