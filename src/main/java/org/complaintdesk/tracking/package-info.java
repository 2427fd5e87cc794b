/** The customer's own page of a case: follow it, answer, send what is asked for, be heard. */
@org.springframework.modulith.ApplicationModule(displayName = "Tracking", allowedDependencies = {"platform", "identity", "policy", "deadline", "casework", "customer", "update", "evidence", "complaint"})
package org.complaintdesk.tracking;
