/** The complaint: its facts, its life from received to closed, and its timeline. */
@org.springframework.modulith.ApplicationModule(displayName = "Complaints", allowedDependencies = {"platform", "identity", "policy", "deadline", "assignment", "casework", "customer", "compliance"})
package org.complaintdesk.complaint;
