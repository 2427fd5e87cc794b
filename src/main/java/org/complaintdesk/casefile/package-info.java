/** The whole story of one case for staff. */
@org.springframework.modulith.ApplicationModule(displayName = "Case file", allowedDependencies = {"platform", "identity", "customer", "policy", "complaint", "update"})
package org.complaintdesk.casefile;
