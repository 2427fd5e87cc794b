/** The house's rules that a supervisor can read and change, typed: triage of complaints and reviews, remedies, authority, execution steps, public replies. */
@org.springframework.modulith.ApplicationModule(displayName = "Policy", allowedDependencies = {"platform", "words"})
package org.complaintdesk.policy;
