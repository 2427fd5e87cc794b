/** What is due when, and why. */
@org.springframework.modulith.ApplicationModule(displayName = "Deadlines", allowedDependencies = {"platform", "policy"})
package org.complaintdesk.deadline;
